import pg from 'pg';
import type { Actor } from '../domain/access/actor.ts';
import { deriveKey, urlOfRole } from '../platform/database/keys.ts';
import { DATABASE_ROLE, signContext, type DatabaseRole } from '../platform/database/signedContext.ts';
import { ORGANISATIONS, PERSONAS, type PersonaName } from './personas.ts';
import type { TestDatabase } from './templateDatabase.ts';

/** Who acts through each role of the database, when nothing else is said. */
export const USUAL_ACTOR: Record<DatabaseRole, PersonaName> = {
  jalon_caseworker: 'caseworker',
  jalon_manager: 'manager',
  jalon_ofii: 'ofii',
  jalon_referent: 'referent',
  jalon_report: 'prefecture',
  jalon_auditor: 'auditor',
  jalon_admin: 'admin',
  jalon_engine: 'caseworker',
};
export const DATABASE_ROLES = Object.keys(USUAL_ACTOR) as DatabaseRole[];

export function actorOf(name: PersonaName): Actor {
  const { id, role, organisation, departments } = PERSONAS[name];
  return { accountId: id, role, organisationId: ORGANISATIONS[organisation].id, departments, displayName: name };
}

export interface Signed {
  readonly key?: Buffer;
  readonly for?: DatabaseRole;
  readonly at?: number;
}

/** The context that the program would sign for somebody; or one that it never would. */
export function contextOf(
  { secretKey }: TestDatabase,
  name: PersonaName,
  {
    key = deriveKey(secretKey, 'context'),
    for: role = DATABASE_ROLE[PERSONAS[name].role],
    at = Date.now(),
  }: Signed = {},
): string {
  return signContext(key, role, actorOf(name), at);
}

export async function connectAs(
  database: TestDatabase,
  role: 'jalon_server' | 'jalon_auth' = 'jalon_server',
): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOfRole(database.url, role, database.secretKey) });
  await client.connect();
  return client;
}

/** What came of a statement: how many rows, or which error, without what it was about. */
export interface Outcome {
  readonly rows: number | null;
  readonly code: string | null;
  readonly error: string | null;
}

/** One statement as a role of the database under a context, in a transaction that is undone. */
export async function attempt(
  server: pg.Client,
  { role, context }: { role: DatabaseRole; context: string },
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Outcome> {
  await server.query('begin');
  try {
    await server.query(`select set_config('role', $1, true), set_config('jalon.context', $2, true)`, [role, context]);
    const { rowCount } = await server.query(sql, [...parameters]);
    return { rows: rowCount, code: null, error: null };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { rows: null, code: code ?? null, error: message };
  } finally {
    await server.query('rollback');
  }
}
