import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import request from 'supertest';
import { readinessOf } from '../../platform/database/readiness.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const ready = async (): Promise<unknown[]> => {
  const { status, body } = await request(world.app).get('/readyz');
  const { reasons = [], warnings = [] } = body as Record<'reasons' | 'warnings', { code: string; message: string }[]>;
  for (const { message } of [...reasons, ...warnings]) expect(message).toMatch(/^[A-ZÀ-Ý].{20,}\.$/);
  return [status, reasons.map(({ code }) => code), warnings.map(({ code }) => code)];
};
const trail = async (): Promise<unknown> =>
  (await world.owner.query('select bucket, seq, hash from audit_heads order by 1')).rows.concat(
    (await world.owner.query('select count(*) as entries from audit_entries')).rows,
  );

test('an installation that lacks nothing is ready, and asking it leaves nothing in the trail', async () => {
  const before = await trail();
  expect(await Promise.all(Array.from({ length: 20 }, ready))).toEqual(Array<unknown>(20).fill([200, [], []]));
  expect(await trail()).toEqual(before);
});

const WRITING = 'sec.write_audit(uuid, text, uuid, text, text, text, text, uuid, uuid[], text[], uuid)';
test.each([
  [
    'an entry is refused',
    'alter table audit_entries add constraint full_up check (false) not valid',
    'alter table audit_entries drop constraint full_up',
  ],
  [
    'a chain has no head',
    'alter table audit_heads rename to audit_heads_lost',
    'alter table audit_heads_lost rename to audit_heads',
  ],
  [
    'nobody may write it',
    `alter function ${WRITING} rename to write_nothing`,
    `alter function ${WRITING.replace('write_audit', 'write_nothing')} rename to write_audit`,
  ],
])('without a trail that can be written (%s), it is not ready', async (_what, break_, mend) => {
  await world.owner.query(break_);
  expect(await ready()).toEqual([503, ['audit_unavailable'], []]);
  await world.owner.query(mend);
  expect(await ready()).toEqual([200, [], []]);
});

const LARGE = ['lo_creat(int)', 'lo_create(oid)', 'lo_from_bytea(oid, bytea)'];
test.each(LARGE)('what the administrator has not taken back is said, and it serves: %s', async (created) => {
  await world.owner.query(`grant execute on function pg_catalog.${created} to public`);
  expect(await ready()).toEqual([200, [], ['large_objects']]);
  await world.owner.query(`revoke execute on function pg_catalog.${created} from public`);
  expect(await ready()).toEqual([200, [], []]);
});

test('what the administrator has not marked is said, and searches are slow, not wrong', async () => {
  await world.owner.query('alter function pg_catalog.arrayoverlap(anyarray, anyarray) not leakproof');
  expect(await ready()).toEqual([200, [], ['slow_search']]);
  await world.owner.query('alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof cost 1');
  expect(await ready()).toEqual([200, [], ['slow_search']]);
  await world.owner.query('alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof cost 3');
  expect(await ready()).toEqual([200, [], []]);
});

test('without a database, it says so', async () => {
  const nowhere = new pg.Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 1_000 });
  expect((await readinessOf(nowhere)).reasons.map(({ code }) => code)).toEqual(['database']);
  await nowhere.end();
});
