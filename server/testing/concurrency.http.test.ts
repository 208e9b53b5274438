import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryEntry, PathwayFile } from '../contract/pathway.ts';
import { listen, type Server, type Told } from './askServer.ts';
import type { PersonaName } from './personas.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let server: Server;
beforeAll(async () => {
  world = await createWorld();
  server = await listen(world.app);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const times = <T>(count: number, work: (rank: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, rank) => work(rank)));
const tally = (told: readonly Told[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status } of told) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

async function read(name: PersonaName, id: string): Promise<{ file: PathwayFile; etag: string }> {
  const told = await server.ask({ method: 'GET', path: `/api/pathways/${id}` }, await world.cookieOf(name));
  return { file: JSON.parse(told.text) as PathwayFile, etag: told.headers['etag'] ?? '' };
}

describe('fifty at once', () => {
  test.each([
    ['who have read the same version: one saves, the others are told that theirs is stale', true, '412'],
    ['who say no version: one moves the step, for the others it has moved already', false, '409'],
  ])('%s', async (_what, withVersion, refused) => {
    const { id } = await world.aFile();
    const { etag } = await read('caseworker', id);
    const cookies = [await world.cookieOf('caseworker'), await world.cookieOf('manager')];
    const told = await times(50, (rank) =>
      server.ask(
        {
          method: 'POST',
          path: `/api/pathways/${id}/events`,
          body: { step: 'CIVIC_SESSION_1', status: 'DONE', on: '2026-03-01' },
          ...(withVersion ? { ifMatch: etag } : {}),
        },
        cookies[rank % 2],
      ),
    );
    // A machine that is busy may say so (503): then nothing was done.
    const { '201': done, [refused]: refusals, '503': busy = 0, ...others } = tally(told);
    expect([done, (refusals ?? 0) + busy, others]).toEqual([1, 49, {}]);
    expect(refusals).toBeGreaterThan(0);

    const { file } = await read('caseworker', id);
    expect(file.events.map((event) => 'step' in event && event.step)).toEqual(['CIVIC_SESSION_1']);
    expect(`"${file.version}"`).toBe(`"${Number(etag.replaceAll('"', '')) + 1}"`);
  });

  test('who write different things: all are in the history once, numbered without gap nor fork', async () => {
    const { id } = await world.aFile();
    const { file: before } = await read('caseworker', id);
    const cookie = await world.cookieOf('caseworker');
    const told = await times(50, (rank) =>
      server.ask(
        {
          method: 'POST',
          path: `/api/pathways/${id}/events`,
          body: { contact: 'NO_ANSWER', on: `2026-02-${String((rank % 28) + 1).padStart(2, '0')}` },
        },
        cookie,
      ),
    );
    // Each was done, or said to be tried again because the others were at it: never half.
    const done = told.filter(({ status }) => status === 201).length;
    expect(told.filter(({ status }) => status !== 201 && status !== 503)).toEqual([]);
    expect(done).toBeGreaterThan(0);
    const { file } = await read('caseworker', id);
    expect([file.events.length, file.version - before.version]).toEqual([done, done]);
    const versions = told.filter(({ status }) => status === 201).map(({ headers }) => headers['etag']);
    expect(new Set(versions).size).toBe(done);
    const { rows } = await world.owner.query(
      `select (max(seq) - count(*))::int as gaps, (count(*) - count(distinct seq))::int as forks,
         (select seq from ledger_head)::int - max(seq)::int as ahead from pathway_events`,
    );
    expect(rows).toEqual([{ gaps: 0, forks: 0, ahead: 0 }]);
    const history = await server.ask({ method: 'GET', path: `/api/pathways/${id}/history` }, cookie);
    const events = (JSON.parse(history.text) as HistoryEntry[]).filter(({ kind }) => kind === 'EVENT');
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(done);
  });
});

describe('an update', () => {
  test('is never lost: of twenty who correct what they read, one does, and her words stand', async () => {
    const { id } = await world.aFile();
    const { etag } = await read('caseworker', id);
    const cookie = await world.cookieOf('caseworker');
    const told = await times(20, (rank) =>
      server.ask(
        {
          method: 'PUT',
          path: `/api/pathways/${id}`,
          body: { person: { phone: `06000000${10 + rank}` } },
          ifMatch: etag,
        },
        cookie,
      ),
    );
    expect(tally(told)).toEqual({ '200': 1, '412': 19 });
    const winner = told.find(({ status }) => status === 200);
    const { file } = await read('caseworker', id);
    expect(file.person?.phone).toBe((JSON.parse(winner?.text ?? '{}') as PathwayFile).person?.phone);
  });

  test('without a version is refused, and so is one of a version that never was', async () => {
    const { id } = await world.aFile();
    const cookie = await world.cookieOf('caseworker');
    const put = (ifMatch?: string): Promise<Told> =>
      server.ask(
        {
          method: 'PUT',
          path: `/api/pathways/${id}`,
          body: { person: { phone: '0600000000' } },
          ...(ifMatch === undefined ? {} : { ifMatch }),
        },
        cookie,
      );
    expect((await put()).status).toBe(428);
    for (const version of ['"0"', '"999"', 'W/"0"', '"x"', '1'])
      expect([version, (await put(version)).status]).toEqual([version, 412]);
    expect((await put((await read('caseworker', id)).etag)).status).toBe(200);
  });

  test('does not cross an event: what was written meanwhile makes it stale', async () => {
    const { id } = await world.aFile();
    const { etag } = await read('caseworker', id);
    const cookie = await world.cookieOf('caseworker');
    const event = {
      method: 'POST',
      path: `/api/pathways/${id}/events`,
      body: { contact: 'REACHED', on: '2026-03-01' },
    };
    expect((await server.ask(event, await world.cookieOf('manager'))).status).toBe(201);
    const late = {
      method: 'PUT',
      path: `/api/pathways/${id}`,
      body: { person: { phone: '0600000000' } },
      ifMatch: etag,
    };
    expect((await server.ask(late, cookie)).status).toBe(412);
  });
});

describe('a key of idempotency', () => {
  const contact = (id: string, on: string, idempotencyKey: string) => ({
    method: 'POST',
    path: `/api/pathways/${id}/events`,
    body: { contact: 'REACHED', on },
    idempotencyKey,
  });

  test('sent twenty times at once, does the work once and answers twenty times the same', async () => {
    const { id } = await world.aFile();
    const cookie = await world.cookieOf('caseworker');
    const key = randomUUID();
    const told = await times(20, () => server.ask(contact(id, '2026-03-01', key), cookie));
    expect(tally(told)).toEqual({ '201': 20 });
    expect(new Set(told.map(({ text, headers }) => `${headers['etag']} ${text}`)).size).toBe(1);
    expect((await read('caseworker', id)).file.events).toHaveLength(1);
  });

  test('opens one file for a creation sent twenty times at once', async () => {
    const cookie = await world.cookieOf('caseworker');
    const key = randomUUID();
    const before = await world.owner.query('select count(*)::int as n from pathways');
    const told = await times(20, () =>
      server.ask(
        {
          method: 'POST',
          path: '/api/pathways',
          body: {
            person: { birthName: 'Unefois', birth: { value: null, precision: 'UNKNOWN' }, sex: 'F', languages: [] },
            facts: {},
          },
          idempotencyKey: key,
        },
        cookie,
      ),
    );
    expect(tally(told)).toEqual({ '201': 20 });
    expect(new Set(told.map(({ headers }) => headers['location'])).size).toBe(1);
    const after = await world.owner.query('select count(*)::int as n from pathways');
    expect(after.rows[0].n - before.rows[0].n).toBe(1);
  });

  test('given another body, is refused; and another’s same key is another key', async () => {
    const { id } = await world.aFile();
    const key = randomUUID();
    const asked = async (name: PersonaName, on: string): Promise<number> =>
      (await server.ask(contact(id, on, key), await world.cookieOf(name))).status;
    expect(await asked('caseworker', '2026-03-01')).toBe(201);
    expect(await asked('caseworker', '2026-03-02')).toBe(422);
    expect(await asked('manager', '2026-03-02')).toBe(201);
    expect(await asked('manager', '2026-03-02')).toBe(201);
    expect((await read('caseworker', id)).file.events).toHaveLength(2);
  });

  test('keeps what it answered for a day, whoever asks next, and not a moment more', async () => {
    const { id } = await world.aFile();
    const [kept, over] = [randomUUID(), randomUUID()];
    const cookie = await world.cookieOf('caseworker');
    for (const key of [kept, over]) await server.ask(contact(id, '2026-03-01', key), cookie);
    await world.owner.query(
      `update idempotency_keys set created_at = clock_timestamp() - interval '1 day' +
         case when key = $1 then interval '1 minute' else interval '-1 second' end where key = any ($2)`,
      [kept, [kept, over]],
    );
    await server.ask(contact(id, '2026-03-02', randomUUID()), await world.cookieOf('manager'));
    const { rows } = await world.owner.query('select key from idempotency_keys where key = any ($1)', [[kept, over]]);
    expect(rows).toEqual([{ key: kept }]);
  });

  test('gives nothing back to whoever no longer reaches what it answered', async () => {
    const { id } = await world.aFile();
    const key = randomUUID();
    const cookie = await world.cookieOf('caseworker');
    expect((await server.ask(contact(id, '2026-03-01', key), cookie)).status).toBe(201);
    await world.owner.query(`update pathways set referent_id = null where id = $1`, [id]);
    expect((await server.ask(contact(id, '2026-03-01', key), cookie)).status).toBe(404);
  });
});
