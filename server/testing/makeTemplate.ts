import pg from 'pg';
import type { migrate } from '../platform/database/migrate.ts';

const TEMPLATE = 'jalon_template';

/** Makes the database that every test's own is copied from, by the migrations that users run. Gives its name. */
export async function makeTemplate(superuserUrl: string, secretKey: string): Promise<string> {
  await execute(superuserUrl, `create database ${TEMPLATE}`);
  const ownerUrl = withDatabase(superuserUrl, TEMPLATE);
  const { migrate: run } = (await import('../platform/database/migrate.ts')) as { migrate: typeof migrate };
  await run({ ownerUrl, secretKey });
  // Nobody may linger in it: a template in use cannot be copied.
  await execute(superuserUrl, `alter database ${TEMPLATE} with allow_connections false is_template true`);
  return TEMPLATE;
}

/** The same server and account, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Runs one statement on a connection of its own. */
export async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
