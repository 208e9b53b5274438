import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { openDatabase, type Database } from '../platform/database/database.ts';
import { DATABASE_ROLE } from '../platform/database/signedContext.ts';
import { actorOf, connectAs, contextOf, DATABASE_ROLES } from './actingAs.ts';
import { inBatches } from './askServer.ts';
import { INJECTED, OUT_OF_REACH, type Injected } from './injectedSql.ts';
import { FILES, idOf, plantIsolatedRows, type FileName } from './isolatedRows.ts';
import { PERSONAS, type PersonaName } from './personas.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await plantIsolatedRows(world.owner);
  await world.owner.query(`update people set birth_name = $1 where not id = any ($2::uuid[])`, [
    OUT_OF_REACH,
    REACHED.caseworker.map((file) => idOf('person', file)),
  ]);
  // She has no file yet, but is of the caseload: out of it, so that every other person is out of reach.
  await world.owner.query(
    `update people set referent_id = null, organisation_id = null, department = '75' where id = $1`,
    [idOf('person', 'spare')],
  );
});
afterAll(() => world.close());

/** By hand: which of the planted files each of them reaches; by her caseload, her structure, her territory, or a loan. */
const REACHED = {
  caseworker: ['mine', 'sealed', 'located', 'onlyFound', 'gone', 'opened'],
  colleague: ['colleagues', 'opened', 'openedBefore'],
  manager: ['mine', 'colleagues', 'nobody59', 'sealed', 'located', 'onlyFound', 'gone', 'opened', 'openedBefore'],
  neighbour: ['neighbours', 'gone', 'longGone'],
  neighbourManager: ['neighbours', 'nobody59', 'gone', 'longGone', 'opened'],
  sommeManager: ['somme', 'nobody80', 'far'],
  ofii: [
    ...(['mine', 'colleagues', 'neighbours', 'somme', 'nobody59', 'nobody80'] as const),
    ...(['gone', 'longGone', 'opened', 'openedBefore', 'named'] as const),
  ],
  referent: ['mine', 'colleagues', 'neighbours', 'nobody59', 'gone', 'longGone', 'opened', 'openedBefore'],
  referentSomme: ['somme', 'nobody80'],
} as const satisfies Partial<Record<PersonaName, readonly FileName[]>>;

const OURS = REACHED.caseworker.map((file) => idOf('pathway', file)).sort();

async function begin(client: pg.Client): Promise<void> {
  await client.query('begin');
  await client.query(`select set_config('role', 'jalon_caseworker', true), set_config('jalon.context', $1, true)`, [
    contextOf(world.database, 'caseworker'),
  ]);
}

/** Everything that a statement gave, as text; and what it failed with. */
async function inject(client: pg.Client, { sql }: Injected): Promise<string> {
  try {
    const results: unknown = await client.query(sql);
    return JSON.stringify((Array.isArray(results) ? results : [results]).map(({ rows }: { rows: unknown[] }) => rows));
  } catch (error) {
    const { message, detail } = error as { message: string; detail?: string };
    return `${message} ${detail ?? ''}`;
  }
}

/** Who one is, to each role of the database, and which files one sees. */
async function standing(client: pg.Client): Promise<{ accounts: unknown[]; files: unknown[] }> {
  const claims = DATABASE_ROLES.map((role) => `sec.account('${role}')`).join(', ');
  const who = await client.query(`select unnest(array[${claims}]) as account`);
  const files = await client.query('select id from pathways');
  return {
    accounts: who.rows.map(({ account }: { account: unknown }) => account).filter((account) => account !== null),
    files: files.rows.map(({ id }: { id: string }) => id).sort(),
  };
}

describe('a statement injected in a request', () => {
  test('is tried in many ways', () => {
    expect(INJECTED.length).toBeGreaterThanOrEqual(40);
    expect(new Set(INJECTED.map(({ sql }) => sql)).size).toBe(INJECTED.length);
  });

  test.each(INJECTED)('$what: nobody else is seen, and one stays who one is', async (injected) => {
    const client = await connectAs(world.database);
    try {
      await begin(client);
      await client.query('savepoint before');
      expect(await inject(client, injected)).not.toContain(OUT_OF_REACH);
      // Still in the transaction, whatever was changed in it: who one is, and what one sees as it.
      const now = await standing(client).catch(() => ({ accounts: [], files: [] }));
      expect(now.accounts.filter((account) => account !== PERSONAS.caseworker.id)).toEqual([]);
      expect(now.files.filter((id) => !OURS.includes(String(id)))).toEqual([]);
      await client.query('rollback to savepoint before');
      await client.query('commit');

      // Committed rather than undone: what it leaves on the connection is there for whoever takes it next.
      await begin(client);
      await inject(client, injected);
      await client.query('commit');
      await begin(client);
      expect(await standing(client)).toEqual({ accounts: [PERSONAS.caseworker.id], files: OURS });
      await client.query('commit');
    } finally {
      await client.end();
    }
  });

  test('is seen to succeed where a policy has a hole: what is looked for is looked for', async () => {
    const client = await connectAs(world.database);
    const policy = await world.owner.query<{ qual: string }>(
      `select qual from pg_policies where tablename = 'people' and policyname = 'own_caseload'`,
    );
    await world.owner.query('alter policy own_caseload on people using (true)');
    try {
      await begin(client);
      const xml = INJECTED.find(({ what }) => what === 'a query as XML');
      expect(await inject(client, xml ?? { what: '', sql: '' })).toContain(OUT_OF_REACH);
    } finally {
      await client.end();
      await world.owner.query(`alter policy own_caseload on people using (${policy.rows[0]?.qual ?? 'false'})`);
    }
  });

  test('changed nothing for anybody: the rows are those that were planted', async () => {
    const { rows } = await world.owner.query(
      `select (select count(*)::int from people where birth_name = $1) as others,
         (select count(*)::int from pathways) as files, (select count(*)::int from pathway_events) as events,
         (select count(*)::int from pg_largeobject_metadata) as objects,
         (select count(*)::int from pathways p where p.id = $2 and p.referent_id = $3) as ours`,
      [OUT_OF_REACH, idOf('pathway', 'mine'), PERSONAS.caseworker.id],
    );
    const files = Object.keys(FILES).length;
    expect(rows).toEqual([{ others: files + 1 - (OURS.length - 1), files, events: files * 2, objects: 0, ours: 1 }]);
  });
});

describe('the pool', () => {
  const POOL = 3;
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({
      ownerUrl: world.database.url,
      secretKey: world.database.secretKey,
      poolSize: POOL,
    });
  });
  afterAll(() => database.close());

  test('carries nobody over to the next: thousands of requests over three connections, some cut short', async () => {
    const names = Object.keys(REACHED) as (keyof typeof REACHED)[];
    let cut = 0;
    const requests = Array.from({ length: 3_000 }, (_, rank) => ({
      rank,
      name: names[(rank * 7) % names.length] ?? 'caseworker',
    }));
    const foreign = await inBatches(
      requests,
      async ({ rank, name }) => {
        const seen: string[] = [];
        const work = database.inActorTransaction(actorOf(name), async (db) => {
          const own = DATABASE_ROLE[PERSONAS[name].role];
          const me = await db.one<{ account: string }>(`select sec.account($1) as account`, [own]);
          if (me?.account !== PERSONAS[name].id) seen.push(`${name} is ${me?.account ?? 'nobody'}`);
          if (rank % 3 === 0) await db.asEngine(() => db.query('select p.id from pathways p'));
          if (rank % 20 === 0) throw new Error('The client went away');
          if (rank % 50 === 1) {
            await db.query('set local statement_timeout = 1');
            await db.query('select pg_sleep(1)');
          }
          for (const { id } of await db.query<{ id: string }>('select p.id from pathways p')) seen.push(id);
        });
        const whole = await work.then(
          () => true,
          () => false,
        );
        if (!whole) cut += 1;
        const expected = whole ? REACHED[name].map((file) => idOf('pathway', file)) : [];
        return JSON.stringify(seen.sort()) === JSON.stringify(expected.sort()) ? [] : [`${name}: ${seen.join()}`];
      },
      30,
    );
    expect(foreign.flat()).toEqual([]);
    expect(cut).toBe(150 + 60);
  });

  test('gives back connections that are nobody’s', async () => {
    const client = await connectAs(world.database);
    try {
      await begin(client);
      await client.query('commit');
      const { rows } = await client.query(
        `select current_user as role, coalesce(current_setting('jalon.context', true), '') as context`,
      );
      expect(rows).toEqual([{ role: 'jalon_server', context: '' }]);
      await expect(client.query('select 1 from people')).rejects.toThrow(/permission denied/);
    } finally {
      await client.end();
    }
  });
});
