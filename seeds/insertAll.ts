import type pg from 'pg';

/** Rows of a table, with its columns and their types as `jsonb_to_recordset` wants them. */
export type Rows = readonly [table: string, columns: string, rows: readonly object[]];

/** Writes rows of several tables in one statement: references between them are looked at when all are there. */
export async function insertAll(client: pg.Client, tables: readonly Rows[]): Promise<void> {
  const inserts = tables.map(([table, columns], index) => {
    const names = columns
      .split(', ')
      .map((column) => column.split(' ')[0])
      .join(', ');
    return `${table}_written as (insert into ${table} (${names}) select ${names} from jsonb_to_recordset($${index + 1}::jsonb) as r(${columns}))`;
  });
  await client.query(
    `with ${inserts.join(',\n')} select`,
    tables.map(([, , rows]) => JSON.stringify(rows)),
  );
}
