import pg from 'pg';

const TABLES = `
  select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
  order by 1`;
const COLUMNS = `
  select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end
    || case when a.attidentity <> '' then ' generated always as identity' else '' end
    || case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
            when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end as line
  from pg_attribute a
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = ('public.' || quote_ident($1))::regclass and a.attnum > 0 and not a.attisdropped
  order by a.attnum`;
// Not-null constraints have a row of their own from PostgreSQL 18 on: the column already says it.
const CONSTRAINTS = `
  select k.conname || ' ' || pg_get_constraintdef(k.oid) as line from pg_constraint k
  where k.conrelid = ('public.' || quote_ident($1))::regclass and k.contype <> 'n' order by 1`;
const INDEXES = `
  select i.indexdef as line from pg_indexes i
  where i.schemaname = 'public' and i.tablename = $1
    and not exists (select 1 from pg_constraint k where k.conname = i.indexname) order by 1`;
const POLICIES = `
  select 'policy ' || p.policyname || ' for ' || lower(p.cmd) || ' to ' || array_to_string(p.roles, ', ')
    || coalesce(E'\\n    using ' || p.qual, '') || coalesce(E'\\n    with check ' || p.with_check, '') as line
  from pg_policies p where p.schemaname = 'public' and p.tablename = $1 order by p.policyname`;
const TRIGGERS = `
  select pg_get_triggerdef(t.oid) as line from pg_trigger t
  where t.tgrelid = ('public.' || quote_ident($1))::regclass and not t.tgisinternal order by 1`;
const GRANTS = `
  select 'grant ' || lower(g.privilege_type) || ' (' || string_agg(g.column_name, ', ' order by g.column_name) || ') to ' || g.grantee as line
  from information_schema.column_privileges g
  where g.table_schema = 'public' and g.table_name = $1 and g.grantee like 'jalon\\_%' and g.grantee <> 'jalon_owner'
    and g.privilege_type in ('SELECT', 'INSERT', 'UPDATE')
  group by g.grantee, g.privilege_type
  union all
  select 'grant delete to ' || t.grantee from information_schema.table_privileges t
  where t.table_schema = 'public' and t.table_name = $1 and t.grantee like 'jalon\\_%' and t.grantee <> 'jalon_owner' and t.privilege_type = 'DELETE'
  order by 1`;
const FUNCTIONS = `
  select pg_get_functiondef(p.oid) as line from pg_proc p where p.pronamespace = 'sec'::regnamespace order by p.proname`;

/** The schema as the catalogue tells it: tables, constraints, indexes, policies, grants, functions. For reading and comparing. */
export async function describeSchema(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const lines = async (sql: string, table?: string): Promise<string[]> =>
      (await client.query<{ line: string }>(sql, table === undefined ? [] : [table])).rows.map(({ line }) => line);
    const tables = (await client.query<{ name: string }>(TABLES)).rows.map(({ name }) => name);
    const described: string[] = [];
    for (const table of tables) {
      const body = [
        ...(await lines(COLUMNS, table)),
        ...(await lines(CONSTRAINTS, table)).map((line) => `constraint ${line}`),
      ];
      for (const sql of [INDEXES, TRIGGERS, POLICIES, GRANTS]) body.push(...(await lines(sql, table)));
      described.push([`table ${table}`, ...body.map((line) => `  ${line}`)].join('\n'));
    }
    const functions = await lines(FUNCTIONS);
    return `-- Generated from the migrations, for reading; never run. A test compares it with what they make.\n\n${[...described, ...functions.map((line) => line.trim())].join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}
