import type pg from 'pg';

/** What is wrong, as a code for machines and a sentence for whoever runs Jalon. */
export interface Finding {
  readonly code: 'database' | 'audit_unavailable' | 'slow_search' | 'large_objects';
  readonly message: string;
}
export interface Readiness {
  /** Why nothing can be served. */
  readonly reasons: readonly Finding[];
  /** What the database’s administrator has not given: everything is served all the same. */
  readonly warnings: readonly Finding[];
}

const DATABASE: Finding = { code: 'database', message: 'La base de données ne répond pas.' };
const AUDIT: Finding = {
  code: 'audit_unavailable',
  message: 'La piste d’audit ne peut pas être écrite\u00a0: rien n’est donné ni fait sans elle.',
};
const SLOW_SEARCH: Finding = {
  code: 'slow_search',
  message:
    'La fonction arrayoverlap n’est pas marquée «\u00a0leakproof cost 3\u00a0»\u00a0: les recherches par nom sont justes, mais lentes (voir docker/postgres/roles.sql).',
};
const LARGE_OBJECTS: Finding = {
  code: 'large_objects',
  message:
    'Les comptes de l’application peuvent créer des objets volumineux, qu’aucune politique ne couvre (voir docker/postgres/roles.sql).',
};

const PRIVILEGES = `
  select (select p.proleakproof and p.procost > 1 from pg_proc p where p.oid = 'pg_catalog.arrayoverlap(anyarray, anyarray)'::regprocedure) as "isLeakproof",
    exists (
      select 1 from pg_roles r cross join pg_proc f
      where r.rolname like 'jalon\\_%' and r.rolname not in ('jalon_owner', 'jalon_migrator') and f.pronamespace = 'pg_catalog'::regnamespace
        and f.proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import') and has_function_privilege(r.oid, f.oid, 'execute')
    ) as "mayCreateLargeObjects"`;

/** Whether requests can be served, asked of the database itself. */
export async function readinessOf(pool: pg.Pool): Promise<Readiness> {
  const client = await pool.connect().catch(() => undefined);
  if (client === undefined) return { reasons: [DATABASE], warnings: [] };
  try {
    const { rows } = await client.query<{ isLeakproof: boolean; mayCreateLargeObjects: boolean }>(PRIVILEGES);
    const warnings = [
      ...(rows[0]?.isLeakproof === true ? [] : [SLOW_SEARCH]),
      ...(rows[0]?.mayCreateLargeObjects === true ? [LARGE_OBJECTS] : []),
    ];
    return { reasons: (await canWriteTrail(client)) ? [] : [AUDIT], warnings };
  } catch {
    return { reasons: [DATABASE], warnings: [] };
  } finally {
    client.release();
  }
}

/** Writes an entry as a sign-in does, and undoes it: the chain is where it was. */
async function canWriteTrail(client: pg.PoolClient): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query(`select sec.append_session_audit('readiness', 'DONE', null, null, null)`);
    return true;
  } catch {
    return false;
  } finally {
    await client.query('rollback');
  }
}
