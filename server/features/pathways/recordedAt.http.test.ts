import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { HistoryEntry, PathwayFile } from '../../contract/pathway.ts';
import type { StallRow } from '../../contract/stall.ts';
import type { PersonaName } from '../../testing/personas.ts';
import { createWorld, testClock, type World } from '../../testing/world.ts';

const clock = testClock('2026-03-10T08:00:00.000Z');
let world: World;
beforeAll(async () => {
  world = await createWorld({ clock });
});
afterAll(() => world.close());

const history = async (name: PersonaName, { id }: PathwayFile): Promise<string[]> =>
  ((await (await world.as(name)).get(`/api/pathways/${id}/history`)).body as HistoryEntry[]).map(
    ({ at, kind }) => `${at} ${kind}`,
  );

test('everything recorded is dated by the one clock, whatever the machine says', async () => {
  const file = await world.aFile();
  // A session ends by the same clock: each day has its own.
  clock.set('2026-03-11T09:00:00.000Z');
  await (
    await world.as('caseworker')
  ).post(`/api/pathways/${file.id}/events`, { contact: 'REACHED', on: '2026-03-11' });
  clock.set('2026-03-12T10:00:00.000Z');
  const client = await world.as('caseworker');
  const { headers } = await client.get(`/api/pathways/${file.id}`);
  await client.put(`/api/pathways/${file.id}`, { facts: { isParent: true } }).set('If-Match', String(headers['etag']));
  clock.set('2026-03-13T11:00:00.000Z');
  await (await world.as('manager')).post(`/api/pathways/${file.id}/assign`, { referentId: null });
  clock.set('2026-03-14T12:00:00.000Z');
  const referent = await world.as('referent');
  const { body } = await referent.get(
    `/api/stalls?filter=${encodeURIComponent(JSON.stringify({ pathwayId: file.id }))}`,
  );
  const acted = await referent.post(`/api/stalls/${(body as StallRow[])[0]?.id}/actions`, {
    action: 'CALL_CASEWORKER',
  });

  expect(new Date((acted.body as StallRow).followUp?.at ?? '').toISOString()).toBe('2026-03-14T12:00:00.000Z');
  expect(await history('manager', file)).toEqual([
    '2026-03-14T12:00:00.000Z STALL_ACTION',
    '2026-03-13T11:00:00.000Z ASSIGNMENT',
    '2026-03-12T10:00:00.000Z CORRECTION',
    '2026-03-11T09:00:00.000Z EVENT',
    '2026-03-10T08:00:00.000Z OPENED',
  ]);
});
