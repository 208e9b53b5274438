import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PathwayFile } from '../../contract/pathway.ts';
import { ORGANISATIONS, PERSONAS } from '../../testing/personas.ts';
import { createWorld, testClock, type Client, type World } from '../../testing/world.ts';

const clock = testClock('2026-03-10T08:00:00.000Z');
let world: World;
let client: Client;
const files: PathwayFile[] = [];
beforeAll(async () => {
  world = await createWorld({ clock });
  client = await world.as('caseworker');
  for (let index = 0; index < 4; index += 1) files.push(await world.aFile());
});
afterAll(() => world.close());

const NORTH = ORGANISATIONS.north.id;
const ME = PERSONAS.caseworker.id;

beforeEach(async () => {
  clock.set('2026-03-10T08:00:00.000Z');
  await world.owner.query('delete from daily_openings; delete from daily_opening_counts');
});

/** As many other files opened on a day already. */
async function opened(subject: string, howMany: number, day = '2026-03-10'): Promise<void> {
  await world.owner.query(
    `insert into daily_opening_counts (day, subject_id, opened) values ($1, $2, $3)
     on conflict (subject_id, day) do update set opened = excluded.opened`,
    [day, subject, howMany],
  );
}

async function counts(): Promise<Record<string, number>> {
  const { rows } = await world.owner.query<{ day: string; subject_id: string; opened: number }>(
    'select c.day::text as day, c.subject_id, c.opened from daily_opening_counts c',
  );
  return Object.fromEntries(
    rows.map((row) => [
      `${row.day} ${row.subject_id === ME ? 'me' : row.subject_id === NORTH ? 'us' : 'others'}`,
      row.opened,
    ]),
  );
}

async function open(index: number, by?: Client): Promise<number> {
  // A session does not last from one day to another.
  return (await (by ?? (await world.as('caseworker'))).get(`/api/pathways/${files[index]?.id}`)).status;
}

async function alerts(): Promise<object[]> {
  const { rows } = await world.owner.query(
    `select e.operation, e.account_id from audit_entries e where e.kind = 'ALERT' order by e.seq`,
  );
  return rows;
}

describe('the files opened in a day', () => {
  test('are counted once each, by account and by structure, and lists are not', async () => {
    expect([await open(0), await open(1), await open(0)]).toEqual([200, 200, 200]);
    await client.get('/api/pathways');
    await client.get(`/api/pathways/${files[1]?.id}/history`);
    await client.get('/api/pathways/00000000-0000-4000-8000-000000000000');
    expect(await counts()).toEqual({ '2026-03-10 me': 2, '2026-03-10 us': 2 });
    // A colleague who opens the same file adds nothing to the structure.
    expect(await open(0, await world.as('manager'))).toBe(200);
    expect(await counts()).toEqual({ '2026-03-10 me': 2, '2026-03-10 us': 2, '2026-03-10 others': 1 });
  });

  test('are the same however their identifier is written', async () => {
    const id = files[0]?.id.toUpperCase() ?? '';
    for (const path of ['', '/history', '/accesses', '/notes'])
      expect([path, (await client.get(`/api/pathways/${id}${path}`)).status]).toEqual([path, 200]);
    expect(await counts()).toEqual({ '2026-03-10 me': 1, '2026-03-10 us': 1 });
    for (const path of ['/history', '/accesses', '/notes']) {
      await world.owner.query('delete from daily_openings; delete from daily_opening_counts');
      await client.get(`/api/pathways/${id}${path}`);
      expect([path, await counts()]).toEqual([path, { '2026-03-10 me': 1, '2026-03-10 us': 1 }]);
    }
  });

  test('beyond 200, alert the auditor once, and let work go on', async () => {
    const before = (await alerts()).length;
    await opened(ME, 199);
    expect(await open(0)).toBe(200);
    expect((await alerts()).length).toBe(before);
    expect(await open(1)).toBe(200);
    expect((await alerts()).slice(before)).toEqual([{ operation: 'manyFilesOpenedByAccount', account_id: ME }]);
    expect(await open(2)).toBe(200);
    expect((await alerts()).length).toBe(before + 1);
    const shown = await (await world.as('auditor')).get('/api/audit?filter={"kind":"ALERT"}');
    expect((shown.body as { accountId: string }[])[0]?.accountId).toBe(ME);
  });

  test('beyond 400, are refused, but those opened already; the refusal is an entry, and the next day is new', async () => {
    await opened(ME, 399);
    expect(await open(0)).toBe(200);
    const refused = await client.get(`/api/pathways/${files[1]?.id}`);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([429, 'daily_quota_exceeded']);
    expect(refused.text).not.toContain('Exemple');
    expect(await open(0)).toBe(200);
    expect(await counts()).toMatchObject({ '2026-03-10 me': 400 });
    const { rows } = await world.owner.query(
      'select e.outcome, e.pathway_ids from audit_entries e where e.request_id = $1',
      [refused.get('X-Request-Id')],
    );
    expect(rows).toEqual([{ outcome: 'REFUSED', pathway_ids: [] }]);
    const written = await client.post(`/api/pathways/${files[2]?.id}/events`, { contact: 'REACHED', on: '2026-03-01' });
    expect(written.status).toBe(429);
    clock.set('2026-03-11T08:00:00.000Z');
    expect(await open(1)).toBe(200);
  });

  test('of a structure, have their own lines, far beyond those of one account', async () => {
    const before = (await alerts()).length;
    await opened(NORTH, 1_000);
    expect(await open(0)).toBe(200);
    expect((await alerts()).slice(before)).toEqual([{ operation: 'manyFilesOpenedByOrganisation', account_id: ME }]);
    await opened(NORTH, 2_000);
    expect(await open(1)).toBe(429);
  });

  test('are forgotten after a week', async () => {
    await open(0);
    clock.set('2026-03-18T08:00:00.000Z');
    await open(0);
    expect(await counts()).toEqual({ '2026-03-18 me': 1, '2026-03-18 us': 1 });
  });
});

describe('the day', () => {
  // Summer time begins on 29 March 2026 and ends on 25 October: midnight in Paris is at 22:00, then at 23:00 UTC.
  test.each([
    ['2026-03-28T22:59:59.000Z', '2026-03-28'],
    ['2026-03-28T23:00:00.000Z', '2026-03-29'],
    ['2026-03-29T21:59:59.000Z', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', '2026-03-30'],
    ['2026-10-24T21:59:59.000Z', '2026-10-24'],
    ['2026-10-24T22:00:00.000Z', '2026-10-25'],
    ['2026-10-25T22:59:59.000Z', '2026-10-25'],
    ['2026-10-25T23:00:00.000Z', '2026-10-26'],
  ])('at %s is %s in Paris', async (instant, day) => {
    clock.set(instant);
    expect(await open(0)).toBe(200);
    expect(await counts()).toEqual({ [`${day} me`]: 1, [`${day} us`]: 1 });
  });
});
