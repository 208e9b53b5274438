import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { PathwayRow } from '../../contract/pathway.ts';
import type { ViewView } from '../../contract/view.ts';
import { PERSONAS, type PersonaName } from '../../testing/personas.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const LATE = { list: 'pathways', filter: { overdue: true, status: 'OPEN' }, sort: ['nextDueOn', 'ASC'] };
let rank = 0;
async function keep(by: PersonaName, more: object = {}) {
  rank += 1;
  return (await world.as(by)).post('/api/views', { ...LATE, name: `Vue ${rank}`, isShared: false, ...more });
}
async function kept(by: PersonaName, more: object = {}): Promise<ViewView> {
  const { status, body } = await keep(by, more);
  expect([by, status]).toEqual([by, 201]);
  return body as ViewView;
}
async function seenBy(name: PersonaName, query = ''): Promise<string[]> {
  const { status, body } = await (await world.as(name)).get(`/api/views?range=[0,99]${query}`);
  expect([name, status]).toEqual([name, 200]);
  return (body as ViewView[]).map(({ id }) => id);
}

describe('a saved view', () => {
  test('keeps filters and order under a name, and is found again', async () => {
    const view = await kept('caseworker', { name: 'En retard' });
    expect(view).toMatchObject({ ...LATE, name: 'En retard', isShared: false, isOwn: true, version: 1 });
    const caseworker = await world.as('caseworker');
    const { body, headers } = await caseworker.get('/api/views?filter={"list":"pathways"}');
    expect(body).toContainEqual(view);
    expect((headers as Record<string, string>)['content-range']).toMatch(/^views 0-\d+\/\d+$/);
    expect(await seenBy('caseworker', '&filter={"list":"stalls"}')).not.toContain(view.id);
    expect((await caseworker.get('/api/views?filter={"owner":1}')).status).toBe(400);
  });

  test('is its owner’s, until she shares it with those of her structure', async () => {
    const [own, shared] = [await kept('caseworker'), await kept('caseworker', { isShared: true })];
    for (const name of ['colleague', 'manager'] as const) {
      const seen = await seenBy(name);
      expect([name, seen.includes(own.id), seen.includes(shared.id)]).toEqual([name, false, true]);
    }
    for (const name of ['neighbour', 'neighbourManager', 'ofii', 'referent'] as const)
      expect([name, (await seenBy(name)).filter((id) => [own.id, shared.id].includes(id))]).toEqual([name, []]);
    const client = await world.as('caseworker');
    const changed = await client
      .put(`/api/views/${own.id}`, { isShared: true, name: 'Pour toutes' })
      .set('If-Match', '"1"');
    expect([changed.status, (changed.body as ViewView).version]).toEqual([200, 2]);
    expect(await seenBy('colleague')).toContain(own.id);
  });

  test('gives nobody more than she reads: each uses it under her own rights', async () => {
    const [mine, hers] = [await world.aFile(), await world.aFile({ by: 'colleague' })];
    const view = await kept('manager', {
      isShared: true,
      filter: { referentId: PERSONAS.caseworker.id },
      sort: ['number', 'ASC'],
    });
    const rowsOf = async (name: PersonaName): Promise<string[]> => {
      const found = (
        await (await world.as(name)).get(`/api/views?filter=${encodeURIComponent(JSON.stringify({ id: [view.id] }))}`)
      ).body as ViewView[];
      const filter = encodeURIComponent(JSON.stringify(found[0]?.filter));
      const rows = (
        await (await world.as(name)).get(`/api/pathways?filter=${filter}&sort=["number","ASC"]&range=[0,99]`)
      ).body;
      return (rows as PathwayRow[]).map(({ id }) => id);
    };
    expect(await rowsOf('manager')).toContain(mine.id);
    expect(await rowsOf('caseworker')).toContain(mine.id);
    expect(await rowsOf('colleague')).toEqual([]);
    expect(await rowsOf('manager')).not.toContain(hers.id);
  });

  test('of a colleague is used and not changed; of anybody else it is not there', async () => {
    const view = await kept('caseworker', { isShared: true });
    const own = await kept('caseworker');
    const attempts = async (by: PersonaName, id: string) => {
      const client = await world.as(by);
      const changed = await client.put(`/api/views/${id}`, { name: 'Autre' }).set('If-Match', '"1"');
      const deleted = await client.delete(`/api/views/${id}`);
      return [changed, deleted].map(({ status, body }) => [status, (body as { code: string }).code]);
    };
    expect(await attempts('colleague', view.id)).toEqual([
      [409, 'not_the_owner'],
      [409, 'not_the_owner'],
    ]);
    for (const [by, id] of [
      ['colleague', own.id],
      ['neighbour', view.id],
      ['caseworker', randomUUID()],
    ] as const)
      expect([by, await attempts(by, id)]).toEqual([
        by,
        [
          [404, 'not_found'],
          [404, 'not_found'],
        ],
      ]);
    expect((await (await world.as('caseworker')).delete(`/api/views/${view.id}`)).status).toBe(200);
    expect(await seenBy('caseworker')).not.toContain(view.id);
  });

  test('holds no words searched, no file, no past day, and no filter that its list has not', async () => {
    for (const more of [
      { filter: { q: 'exemple' } },
      { filter: { id: [randomUUID()] } },
      { filter: { severity: 'CRITICAL' } },
      { sort: ['rank', 'ASC'] },
      { list: 'stalls', filter: { pathwayId: randomUUID() }, sort: undefined },
      { list: 'stalls', filter: { asOf: '2026-03-01' }, sort: undefined },
      { list: 'accounts', filter: {}, sort: undefined },
      { name: '  ' },
      { name: 'x'.repeat(61) },
    ])
      expect([more, (await keep('caseworker', more)).status]).toEqual([more, 422]);
    expect(
      (await keep('caseworker', { list: 'stalls', filter: { severity: 'CRITICAL' }, sort: ['rank', 'ASC'] })).status,
    ).toBe(201);
  });

  test('has a name of its own, is changed from what was read, and leaves room for others', async () => {
    const view = await kept('colleague', { name: 'La mienne' });
    const taken = await keep('colleague', { name: 'La mienne' });
    expect([taken.status, (taken.body as { code: string }).code]).toEqual([422, 'name_taken']);
    // Of another list, or of another person, the name is free.
    await kept('colleague', { name: 'La mienne', list: 'stalls', filter: {}, sort: undefined });
    await kept('manager', { name: 'La mienne' });
    const client = await world.as('colleague');
    expect((await client.put(`/api/views/${view.id}`, { name: 'x' })).status).toBe(428);
    expect((await client.put(`/api/views/${view.id}`, { name: 'x' }).set('If-Match', '"9"')).status).toBe(412);
    await world.owner.query(
      `insert into saved_views (id, owner_id, organisation_id, list, name, filter, is_shared)
       select gen_random_uuid(), v.owner_id, v.organisation_id, v.list, 'autre ' || n, '{}', false
       from saved_views v, generate_series(1, 28) n where v.id = $1`,
      [view.id],
    );
    expect((await keep('colleague')).status).toBe(201);
    const full = await keep('colleague');
    expect([full.status, (full.body as { code: string }).code]).toEqual([409, 'too_many_views']);
  });
});
