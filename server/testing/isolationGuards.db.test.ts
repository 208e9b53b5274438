import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { findHoles, GUARDS } from './isolationGuards.ts';
import { createTestDatabase, type TestDatabase } from './templateDatabase.ts';

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** The guards that a hole sets off, planted in a transaction that is undone. */
async function guardsThatFind(planted: string): Promise<string[]> {
  await owner.query('begin');
  try {
    await owner.query(planted);
    return [...new Set((await findHoles(owner)).map((hole) => hole.split(': ')[0] ?? ''))];
  } finally {
    await owner.query('rollback');
  }
}

const HOLES: readonly (readonly [guard: keyof typeof GUARDS, planted: string])[] = [
  ['a table is isolated, or said to need no isolation', 'create table sketches (id uuid primary key, pathway_id uuid)'],
  ['a table is isolated, or said to need no isolation', 'alter table pathway_events no force row level security'],
  ['a table is isolated, or said to need no isolation', 'alter table people disable row level security'],
  [
    'a table said to need no isolation reaches nobody who is followed',
    'alter table threshold_sets add column about uuid references pathways (id)',
  ],
  [
    'a table said to need no isolation reaches nobody who is followed',
    'alter table ledger_head add column person_id uuid',
  ],
  [
    'a policy hides something from its role',
    'create policy all_of_them on people for select to jalon_referent using (true)',
  ],
  ['a policy hides something from its role', 'alter policy own_caseload on people with check (true)'],
  ['no view steps around the policies', 'create view everybody as select * from people'],
  ['no view steps around the policies', 'create materialized view everybody as select id from people'],
  [
    'a function that runs as the owner is known, with its reason',
    `create function sec.everybody() returns setof people language sql security definer set search_path = pg_catalog, public, pg_temp
     as 'select * from people'; revoke all on function sec.everybody() from public`,
  ],
  [
    'a function that runs as the owner looks up nothing that its caller made',
    'alter function sec.claim(text, int) set search_path = public',
  ],
  [
    'a function that runs as the owner looks up nothing that its caller made',
    'alter function sec.next_event_seqs(int) reset search_path',
  ],
  [
    'a function that runs as the owner is not everybody’s to call',
    'grant execute on function sec.claim(text, int) to public',
  ],
  ['roles of the application are above nothing', 'alter role jalon_report bypassrls'],
  ['roles of the application are above nothing', 'grant jalon_owner to jalon_admin'],
  ['roles of the application are above nothing', 'grant pg_read_server_files to jalon_server'],
  ['roles of the application own nothing', 'alter table sessions owner to jalon_auth'],
  ['roles of the application create nothing', 'grant create on schema public to jalon_ofii'],
  ['roles of the application create nothing', 'grant execute on function lo_create(oid) to jalon_caseworker'],
  [
    'roles of the application do to a table nothing but read and write rows',
    'grant truncate on people to jalon_manager',
  ],
  [
    'roles of the application do to a table nothing but read and write rows',
    'grant references on people to jalon_engine',
  ],
  ['nothing is granted to everybody', 'grant select on organisations to public'],
  ['the role that serves requests has no right of its own', 'grant select on accounts to jalon_server'],
  [
    'nothing reaches outside the database',
    'create foreign data wrapper away; create server elsewhere foreign data wrapper away',
  ],
  ['what is said to be an exception is one', 'drop table sign_in_limits'],
];

describe('the guards of isolation', () => {
  test('find nothing in the schema that the migrations make', async () => {
    expect(await findHoles(owner)).toEqual([]);
  });

  test.each(HOLES)('« %s » is set off by: %s', async (guard, planted) => {
    expect(await guardsThatFind(planted)).toContain(guard);
  });

  test('have each a planted hole that sets them off', () => {
    expect([...new Set(HOLES.map(([guard]) => guard))].sort()).toEqual(Object.keys(GUARDS).sort());
  });
});
