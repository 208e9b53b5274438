import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.ts';
import { keepSearchKeys } from './keepSearchKeys.ts';
import { deriveKey, rolePassword } from './keys.ts';

const GROUP_ROLES = [
  'jalon_caseworker',
  'jalon_manager',
  'jalon_ofii',
  'jalon_referent',
  'jalon_report',
  'jalon_auditor',
  'jalon_admin',
  'jalon_engine',
];

export interface MigrateOptions {
  /** Connection string of a role that may create roles, or for whom docker/postgres/roles.sql has made them. */
  readonly ownerUrl: string;
  readonly secretKey: string;
  readonly log?: (line: string) => void;
}

/** A data source for migrations only: the owner's, never the one that serves requests. */
export function migrationSource(ownerUrl: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    logging: false,
  });
}

/** Makes roles and extensions where missing, runs what has not run, hands the context key to the database. */
export async function migrate({
  ownerUrl,
  secretKey,
  log = () => undefined,
}: MigrateOptions): Promise<{ applied: string[] }> {
  return withClient(ownerUrl, (client) =>
    oneProcessAtATime(client, async () => {
      await prepareCluster(client, secretKey);
      const source = await migrationSource(ownerUrl).initialize();
      try {
        const applied = (await source.runMigrations()).map(({ name }) => name);
        applied.forEach((name) => log(`migration ${name}`));
        const { read } = await keepSearchKeys(client);
        if (read > 0) log(`search keys of ${read} people`);
        await shareContextKey(client, secretKey);
        return { applied };
      } finally {
        await source.destroy();
      }
    }),
  );
}

/** Two processes that start together must neither create a role twice, nor run a migration twice, nor load a demo twice. */
export async function oneProcessAtATime<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock(4851201)');
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock(4851201)');
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function prepareCluster(client: pg.Client, secretKey: string): Promise<void> {
  await ensureRole(client, 'jalon_owner', 'nologin');
  for (const role of GROUP_ROLES) await ensureRole(client, role, 'nologin');
  await ensureRole(client, 'jalon_server', `login noinherit password '${rolePassword(secretKey, 'server-role')}'`);
  await ensureRole(client, 'jalon_auth', `login password '${rolePassword(secretKey, 'auth-role')}'`);
  await client.query(`grant ${GROUP_ROLES.join(', ')} to jalon_server`);
  await client.query('grant jalon_owner to current_user').catch(ignoreSelfMembership);
  for (const extension of ['pgcrypto', 'pg_trgm']) await client.query(`create extension if not exists ${extension}`);
  await giveOnceAsSuperuser(client);
}

async function ensureRole(client: pg.Client, role: string, options: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount === 0) await client.query(`create role ${role} ${options}`);
  else if (options.includes('password')) await client.query(`alter role ${role} ${options}`);
}

function ignoreSelfMembership(): void {
  // A superuser needs no membership, and some providers refuse to grant one to it.
}

/**
 * What only a superuser may do; where we are none, decision 21 says what to ask for.
 *
 * Under row security PostgreSQL uses an index only for operators marked leakproof. `&&` on arrays of keys leaks nothing of
 * the rows (it compares whole numbers, and raises no error that depends on them), so it is marked. It is
 * told to cost three operations, too: at one, it is asked of every row of an agent’s departments instead of the index of
 * keys; at ten and more, the index of the departments is read whole to spare it. `like`, by which names were once searched, needs no mark any more. Large objects are the one thing that everybody may create by
 * default, and no policy is on them: nobody may.
 */
async function giveOnceAsSuperuser(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ super: boolean }>(
    'select rolsuper as super from pg_roles where rolname = current_user',
  );
  if (rows[0]?.super !== true) return;
  await client.query('alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof cost 3');
  await client.query('alter function pg_catalog.textlike(text, text) not leakproof');
  await client.query(
    'revoke execute on function pg_catalog.lo_creat(int), pg_catalog.lo_create(oid), pg_catalog.lo_from_bytea(oid, bytea) from public',
  );
}

async function shareContextKey(client: pg.Client, secretKey: string): Promise<void> {
  await client.query(
    `insert into sec.signing_key (id, key) values (1, $1)
     on conflict (id) do update set key = excluded.key where signing_key.key is distinct from excluded.key`,
    [deriveKey(secretKey, 'context')],
  );
}
