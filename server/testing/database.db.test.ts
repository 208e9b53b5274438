import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { migrations } from '../../migrations/index.ts';
import { refuseDemoAccounts, seed } from '../../seeds/run.ts';
import type { Actor } from '../domain/access/actor.ts';
import { calendarDay } from '../domain/calendar/calendarDay.ts';
import { derivePathway } from '../domain/pathway/derive.ts';
import type { PathwayEvent } from '../domain/pathway/events.ts';
import { judgeEvent } from '../domain/pathway/advance.ts';
import type { Facts } from '../domain/pathway/facts.ts';
import { stallRows, stepRows } from '../features/pathways/forSeeds.ts';
import { describeSchema } from '../platform/database/describeSchema.ts';
import { deriveKey, urlOfRole } from '../platform/database/keys.ts';
import { migrationSource } from '../platform/database/migrate.ts';
import { RULES, signContext, type DatabaseRole } from '../platform/database/signedContext.ts';
import { createTestDatabase, type TestDatabase } from './templateDatabase.ts';

const TODAY = calendarDay('2026-03-10');
let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await seed({ ownerUrl: database.url, kind: 'demo', today: TODAY, count: 400 });
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const ISOLATED = [
  'people',
  'people_told_apart',
  'merges',
  'merge_moves',
  'merge_stalls',
  'person_locations',
  'former_locations',
  'listed_files',
  'pathways',
  'pathway_events',
  'pathway_steps',
  'pathway_stalls',
  'pathway_changes',
  'seal_rights',
  'transfers',
  'openings',
  'reveals',
  'notes',
  'tasks',
  'week_visits',
  'saved_views',
  'drafts',
  'group_sessions',
  'session_enrolments',
  'stall_follow_ups',
  'imports',
  'import_rows',
  'idempotency_keys',
  'accounts',
  'audit_entries',
  'audit_heads',
  'daily_openings',
  'daily_opening_counts',
  'daily_namings',
  'daily_naming_counts',
  'account_identities',
  'identity_invitations',
  'account_links',
  'second_factors',
  'recovery_codes',
  'factor_resets',
];

async function asServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOfRole(database.url, 'jalon_server', database.secretKey) });
  await client.connect();
  try {
    await client.query('begin');
    return await work(client);
  } finally {
    await client.end();
  }
}

async function agent(): Promise<Actor> {
  const { rows } = await owner.query<{ id: string; organisation_id: string }>(
    `select id, organisation_id from accounts where role = 'OFII_AGENT'`,
  );
  return {
    accountId: rows[0]?.id ?? '',
    role: 'OFII_AGENT',
    organisationId: rows[0]?.organisation_id ?? '',
    departments: ['59'],
    displayName: '',
  };
}

describe('the demo', () => {
  test('is legal: every event of every file is one that the rules accept', async () => {
    const files = await owner.query<{ id: string; facts: Partial<Facts> }>(
      'select id, facts from pathways order by number limit 150',
    );
    const refused: string[] = [];
    for (const { id, facts } of files.rows) {
      const { rows } = await owner.query<{ id: string; body: PathwayEvent; occurred_on: string }>(
        "select id, body from pathway_events where pathway_id = $1 order by body ->> 'on', seq",
        [id],
      );
      const known: PathwayEvent[] = [];
      for (const row of rows) {
        const event = { ...row.body, id: row.id };
        const judged = judgeEvent({ facts, events: known }, event, TODAY);
        if (!judged.accepted) refused.push(`${judged.code}: ${JSON.stringify(row.body)}`);
        known.push(event);
      }
    }
    expect(refused).toEqual([]);
  });

  test('is the same each time, and has its stories', async () => {
    const other = await createTestDatabase();
    await seed({ ownerUrl: other.url, kind: 'demo', today: TODAY, count: 400 });
    const client = new pg.Client({ connectionString: other.url });
    await client.connect();
    const digest = `select md5(string_agg(p::text, '' order by p.id)) as people, (select md5(string_agg(e.id::text || e.seq || e.body::text, '' order by e.seq)) from pathway_events e) as events from people p`;
    const strip = async (from: pg.Client): Promise<unknown> =>
      (await from.query(digest.replace('p::text', "p.id::text || p.name_sort || coalesce(p.birth_value, '')"))).rows;
    expect(await strip(client)).toEqual(await strip(owner));
    await client.end();
    await other.drop();
    const { rows } = await owner.query(
      `select count(*)::int as n from people where search_text like '%exemple%' or first_names = 'Nargis' and birth_precision = 'UNKNOWN'`,
    );
    expect(rows).toEqual([{ n: 12 }]);
  });

  test('has sessions in each association: signed for, to be signed for, to come, with people whom one caseworker follows', async () => {
    const { rows } = await owner.query<{
      sessions: number;
      signed: number;
      unsigned: number;
      coming: number;
      strangers: number;
    }>(
      `select count(distinct s.id)::int as sessions,
         count(distinct s.id) filter (where e.attendance is not null)::int as signed,
         count(distinct s.id) filter (where e.attendance is null and s.held_on < $1)::int as unsigned,
         count(distinct s.id) filter (where s.held_on > $1)::int as coming,
         count(*) filter (where p.organisation_id <> s.organisation_id or p.referent_id <> s.created_by or p.closed_on is not null
           or (s.kind in ('LANGUAGE', 'CIVIC') and e.attendance is not null))::int as strangers
       from group_sessions s
       left join session_enrolments e on e.session_id = s.id
       left join pathways p on p.id = e.pathway_id
       group by s.organisation_id`,
      [TODAY],
    );
    expect(rows.length).toBeGreaterThanOrEqual(3);
    for (const row of rows) expect(row).toEqual({ sessions: 3, signed: 1, unsigned: 1, coming: 1, strangers: 0 });
  });

  test('is refused by production, which serves a database without it', async () => {
    await expect(refuseDemoAccounts(database.url)).rejects.toThrow(/accounts of the demo/);
    const other = await createTestDatabase();
    await refuseDemoAccounts(other.url);
    await other.drop();
  });

  test('is loaded once: a database that holds anything is left alone', async () => {
    const before = await owner.query('select count(*) from pathways');
    await seed({ ownerUrl: database.url, kind: 'demo', today: TODAY, count: 10 });
    expect((await owner.query('select count(*) from pathways')).rows).toEqual(before.rows);
  });
});

describe('derived rows', () => {
  test('rebuilt from facts and events, they are the ones stored', async () => {
    const files = await owner.query<{ id: string; facts: Partial<Facts> }>(
      'select id, facts from pathways order by id limit 60',
    );
    for (const { id, facts } of files.rows) {
      const events = (
        await owner.query<{ id: string; body: PathwayEvent }>(
          'select id, body from pathway_events where pathway_id = $1 order by seq',
          [id],
        )
      ).rows.map((row) => ({ ...row.body, id: row.id }));
      const derived = derivePathway({ facts, events }, TODAY);
      const steps = await owner.query(
        `select pathway_id, step, spell, domain, status, from_on::text, until_on::text, opens_on::text, due_on::text, waits_for, outcome, party, is_open from pathway_steps where pathway_id = $1 order by step, spell`,
        [id],
      );
      const byKey = (a: { step: string; spell: number }, b: { step: string; spell: number }): number =>
        a.step < b.step ? -1 : a.step > b.step ? 1 : a.spell - b.spell;
      expect(steps.rows.sort(byKey)).toEqual((stepRows(id, derived) as { step: string; spell: number }[]).sort(byKey));
      const stalls = await owner.query(
        'select rule, spell, since_on::text, cleared_on::text, limit_on::text from pathway_stalls where pathway_id = $1',
        [id],
      );
      const key = (row: object): string => JSON.stringify(row);
      const expected = (stallRows(id, derived) as Record<string, unknown>[]).map(
        ({ rule, spell, since_on, cleared_on, limit_on }) => ({ rule, spell, since_on, cleared_on, limit_on }),
      );
      expect(stalls.rows.map(key).sort()).toEqual(expected.map(key).sort());
    }
  });

  test('events are numbered without gaps, and never rewritten', async () => {
    const { rows } = await owner.query(
      'select (max(seq) - count(*))::int as gaps, (select seq from ledger_head)::int - max(seq)::int as ahead from pathway_events',
    );
    expect(rows).toEqual([{ gaps: 0, ahead: 0 }]);
    await expect(owner.query(`update pathway_events set body = '{}' where seq = 1`)).rejects.toThrow(/never rewritten/);
  });
});

describe('the door', () => {
  test('every table about people forces its row policies', async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
    );
    expect(rows.map(({ relname }) => relname).filter((name) => ISOLATED.includes(name))).toEqual([]);
    // Nothing else is left open unawares: a new table has to be named here or isolated.
    expect(rows.map(({ relname }) => relname)).toEqual([
      'derived_rows_state',
      'identity_flows',
      'ledger_head',
      'migrations',
      'organisations',
      'sessions',
      'sign_in_limits',
      'threshold_sets',
    ]);
  });

  test('without context, with a forged one, with one of another role, an expired one: no row', async () => {
    const actor = await agent();
    const key = deriveKey(database.secretKey, 'context');
    const good = signContext(key, 'jalon_ofii', actor, Date.now());
    const count = (context: string, role = 'jalon_ofii'): Promise<number> =>
      asServer(async (client) => {
        await client.query(`select set_config('role', $1, true), set_config('jalon.context', $2, true)`, [
          role,
          context,
        ]);
        return Number((await client.query('select count(*) as n from pathways')).rows[0]?.n);
      });
    expect(await count(good)).toBeGreaterThan(100);
    expect(await count('')).toBe(0);
    expect(await count('n’importe quoi')).toBe(0);
    expect(await count(signContext(Buffer.alloc(32), 'jalon_ofii', actor, Date.now()))).toBe(0);
    expect(await count(`${good.slice(0, -1)}${good.endsWith('0') ? '1' : '0'}`)).toBe(0);
    expect(await count(signContext(key, 'jalon_ofii', actor, Date.now() - 3_600_000))).toBe(0);
    expect(await count(good, 'jalon_manager')).toBe(0);
    expect(await count(good, 'jalon_engine')).toBe(0);
  });

  test('the context of the rules reaches every file through the engine alone, and no person', async () => {
    const key = deriveKey(database.secretKey, 'context');
    const counted = (signedFor: DatabaseRole, through: string, table = 'pathways'): Promise<number> =>
      asServer(async (client) => {
        await client.query(`select set_config('role', $1, true), set_config('jalon.context', $2, true)`, [
          through,
          signContext(key, signedFor, RULES, Date.now()),
        ]);
        return Number((await client.query(`select count(*) as n from ${table}`)).rows[0]?.n);
      });
    const { rows } = await owner.query('select count(*)::int as n from pathways');
    expect(await counted('jalon_engine', 'jalon_engine')).toBe(rows[0].n);
    for (const role of ['jalon_caseworker', 'jalon_manager', 'jalon_ofii', 'jalon_referent'] as const) {
      expect([role, await counted(role, role)]).toEqual([role, 0]);
      expect([role, await counted('jalon_engine', role)]).toEqual([role, 0]);
    }
    await expect(counted('jalon_engine', 'jalon_engine', 'people')).rejects.toThrow(/permission denied/);
  });

  test('the roles of the program own nothing, create nothing, bypass nothing', async () => {
    const { rows } = await owner.query(
      `select rolname from pg_roles where rolname like 'jalon\\_%' and rolname <> 'jalon_owner' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
    );
    expect(rows).toEqual([]);
    await expect(asServer((client) => client.query('select 1 from people'))).rejects.toThrow(/permission denied/);
    await expect(asServer((client) => client.query('create table x (y int)'))).rejects.toThrow(/permission denied/);
    await expect(
      asServer((client) => client.query(`set local role jalon_report; select 1 from people`)),
    ).rejects.toThrow(/permission denied/);
    await expect(
      asServer((client) => client.query(`set local role jalon_referent; select person_id from pathways`)),
    ).rejects.toThrow(/permission denied/);
    await expect(
      asServer((client) => client.query('set local role jalon_ofii; select key from sec.signing_key')),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('migrations', () => {
  test('make the schema that schema.sql shows', async () => {
    const path = join(process.cwd(), 'migrations', 'schema.sql');
    const described = await describeSchema(database.url);
    // `UPDATE_SCHEMA=1 npm test -- server/testing/database` writes the picture anew.
    if (process.env['UPDATE_SCHEMA'] !== undefined) writeFileSync(path, described);
    expect(described).toBe(readFileSync(path, 'utf8'));
  });

  test('every file is in the list, in the order of its name', () => {
    const files = readdirSync(join(process.cwd(), 'migrations'))
      .filter((name) => /^\d{14}-.*\.ts$/.test(name))
      .sort();
    expect(migrations.map((migration) => migration.name.slice(-14))).toEqual(files.map((name) => name.slice(0, 14)));
  });

  test('go down to nothing and up again', async () => {
    const copy = await createTestDatabase();
    const source = await migrationSource(copy.url).initialize();
    for (let left = migrations.length; left > 0; left -= 1) await source.undoLastMigration();
    expect(
      await source.query(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`),
    ).toEqual([{ relname: 'migrations' }]);
    expect(await source.runMigrations()).toHaveLength(migrations.length);
    await source.destroy();
    await copy.drop();
  });
});
