import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { execute, withDatabase } from './makeTemplate.ts';

/** Set by globalSetup, inherited by the workers of Jest. */
export const TEST_SERVER_VARIABLE = 'JALON_TEST_SERVER';

/** A migrated database that belongs to one test file. */
export interface TestDatabase {
  /** Connection string of the superuser, who owns the database. */
  readonly url: string;
  readonly name: string;
  /** The master secret that the template was migrated with. */
  readonly secretKey: string;
  /** Deletes it, whoever is still connected. */
  drop(): Promise<void>;
}

interface TestServer {
  readonly url: string;
  readonly template: string;
  readonly secretKey: string;
}

const DATABASE_IN_USE = '55006';
const PATIENCE_MS = 20_000;

/** Copies the template: real tables, policies and roles, no row of another test. For projects with the global setup. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return copyOf(readTestServer().template);
}

/** Copies a database in which this was planted, once in a run, by whichever test file asked for it first. */
export async function createPlantedDatabase(
  planted: string,
  plant: (database: TestDatabase) => Promise<void>,
): Promise<TestDatabase> {
  const { url: serverUrl } = readTestServer();
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    // Whoever asks while it is being planted waits; the lock ends with the connection.
    await client.query('select pg_advisory_lock(hashtext($1))', [planted]);
    const { rowCount } = await client.query('select 1 from pg_database d where d.datname = $1', [planted]);
    if (rowCount === 0) await plantTemplate(serverUrl, planted, plant);
  } finally {
    await client.end();
  }
  return copyOf(planted);
}

/** It takes its name last: what bears it is complete. */
async function plantTemplate(
  serverUrl: string,
  planted: string,
  plant: (database: TestDatabase) => Promise<void>,
): Promise<void> {
  const draft = await createTestDatabase();
  try {
    await plant(draft);
    // Nobody may linger in it: a database in use cannot be copied.
    await execute(serverUrl, `alter database ${draft.name} with allow_connections false`);
    await patiently(serverUrl, `alter database ${draft.name} rename to ${planted}`);
  } catch (error) {
    await draft.drop();
    throw error;
  }
}

async function copyOf(template: string): Promise<TestDatabase> {
  const { url: serverUrl, secretKey } = readTestServer();
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`;

  await patiently(serverUrl, `create database ${name} template ${template}`);
  await copyRights(serverUrl, template, name);
  return {
    name,
    secretKey,
    url: withDatabase(serverUrl, name),
    drop: () => execute(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

function readTestServer(): TestServer {
  const text = process.env[TEST_SERVER_VARIABLE];
  if (text === undefined) {
    throw new Error(
      'No test PostgreSQL: a test that needs one is named *.db.test.ts, *.http.test.ts, *.browser.test.ts or *.launch.test.ts.',
    );
  }
  return JSON.parse(text) as TestServer;
}

/** Autovacuum may be at work in a database for a moment, or whoever left it not be gone yet. */
async function patiently(url: string, sql: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await wait(100)) {
    try {
      return await execute(url, sql);
    } catch (error) {
      if ((error as { code?: string }).code !== DATABASE_IN_USE || Date.now() > until) throw error;
    }
  }
}

/** PostgreSQL copies what is inside a database, not the rights on it nor its settings (`grant connect`, `alter database set`). */
async function copyRights(url: string, template: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ sql: string }>(RIGHTS_AS_SQL, [template, name]);
    for (const { sql } of rows) await client.query(sql);
  } finally {
    await client.end();
  }
}

const RIGHTS_AS_SQL = `
select format('revoke all on database %I from public', $2::text) as sql
from pg_database d
where d.datname = $1 and d.datacl is not null
union all
select format('grant %s on database %I to %s', a.privilege_type, $2::text, coalesce(quote_ident(r.rolname), 'public'))
from pg_database d
cross join lateral aclexplode(d.datacl) a
left join pg_roles r on r.oid = a.grantee
where d.datname = $1
union all
select format('alter %s database %I set %I to %L', case when r.oid is null then '' else format('role %I in', r.rolname) end,
  $2::text, split_part(c.setting, '=', 1), substr(c.setting, strpos(c.setting, '=') + 1))
from pg_db_role_setting s
join pg_database d on d.oid = s.setdatabase
left join pg_roles r on r.oid = s.setrole
cross join lateral unnest(s.setconfig) as c (setting)
where d.datname = $1`;
