import type pg from 'pg';

/** A table as the catalogue of the database describes it, with what each role may do to each column. */
export interface Table {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly { readonly name: string; readonly type: string; readonly isWritten: boolean }[];
}

/** Tables under row policies: what every isolation test walks. */
export async function isolatedTables(owner: pg.ClientBase): Promise<Table[]> {
  const { rows } = await owner.query<Table>(
    `select c.oid::regclass::text as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key,
       (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
          'isWritten', a.attgenerated = '' and a.attidentity = '') order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
     order by 1`,
  );
  return rows;
}

/** The columns of a table that a role may read, insert or update. */
export async function columnsOpenTo(
  owner: pg.ClientBase,
  role: string,
  { name, columns }: Table,
  privilege: 'select' | 'insert' | 'update',
): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select a.attname::text as name from pg_attribute a
     where a.attrelid = $2::regclass and a.attnum > 0 and not a.attisdropped and has_column_privilege($1, a.attrelid, a.attnum, $3)
     order by a.attnum`,
    [role, name, privilege],
  );
  const written = new Set(columns.filter(({ isWritten }) => isWritten).map((column) => column.name));
  return rows.map((row) => row.name).filter((column) => privilege === 'select' || written.has(column));
}

export interface ForeignKey {
  readonly constraint: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly referenced: string;
  readonly referencedColumns: readonly string[];
}

export async function foreignKeys(owner: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await owner.query<ForeignKey>(
    `select f.conname as constraint, f.conrelid::regclass::text as table, f.confrelid::regclass::text as referenced,
       (select array_agg(a.attname::text order by k.rank) from unnest(f.conkey) with ordinality as k(number, rank)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number) as columns,
       (select array_agg(a.attname::text order by k.rank) from unnest(f.confkey) with ordinality as k(number, rank)
        join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.number) as "referencedColumns"
     from pg_constraint f
     where f.contype = 'f' and f.connamespace = 'public'::regnamespace
     order by 1`,
  );
  return rows;
}

export interface UniqueIndex {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
}

export async function uniqueIndexes(owner: pg.ClientBase): Promise<UniqueIndex[]> {
  const { rows } = await owner.query<UniqueIndex>(
    `select i.indexrelid::regclass::text as name, i.indrelid::regclass::text as table,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey)) as columns
     from pg_index i join pg_class c on c.oid = i.indrelid
     where i.indisunique and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
     order by 1`,
  );
  return rows;
}
