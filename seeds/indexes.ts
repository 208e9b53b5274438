import type pg from 'pg';

/** The tables of files. */
export const FILLED_TABLES = ['people', 'pathways', 'pathway_events', 'pathway_steps', 'pathway_stalls'] as const;

/**
 * Drops the indexes of tables that are about to be filled and gives back how to make them again: an index is made faster
 * from all its rows than row by row. Those of constraints stay.
 */
export async function dropIndexes(client: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string; sql: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as sql
     from pg_index i
     where i.indrelid = any ($1::regclass[]) and not i.indisunique`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return async () => {
    for (const { sql } of rows) await client.query(sql);
  };
}
