import { randomUUID } from 'node:crypto';

/** A name that only a file out of reach bears: it must come out of no statement. */
export const OUT_OF_REACH = 'Horsdeportée';

export interface Injected {
  readonly what: string;
  readonly sql: string;
}

const forged = Buffer.from(`jalon_engine|RULES|||59|9999999999`).toString('hex');

/**
 * What somebody would try who can make the program run a statement of hers, as a caseworker, in the middle of a request.
 * Each may fail or do nothing: what counts is what is seen, and who one is, afterwards.
 */
export const INJECTED: readonly Injected[] = [
  ['another role of the application', 'set local role jalon_manager; select * from people'],
  ['another role, kept for the session', 'set role jalon_ofii; select * from people'],
  ['another role through its setting', `select set_config('role', 'jalon_engine', true); select * from pathways`],
  ['the engine, over every file', 'set local role jalon_engine; select facts from pathways'],
  ['the role of sign-in', 'set local role jalon_auth; select password_hash from accounts'],
  ['the owner', 'set local role jalon_owner; select * from people'],
  ['no role at all', 'reset role; select * from people'],
  ['another session', 'set session authorization default; select * from people'],
  ['the superuser’s session', 'set session authorization postgres'],
  ['no context', `select set_config('jalon.context', '', true); select * from people`],
  [
    'a context of one’s own',
    `select set_config('jalon.context', '${forged}.${'0'.repeat(64)}', true); select * from people`,
  ],
  [
    'a context for the session',
    `select set_config('jalon.context', '${forged}.${'0'.repeat(64)}', false); select * from people`,
  ],
  ['a context by set', `set local jalon.context = '${forged}.'; select * from people`],
  ['a context put back', 'reset jalon.context; select * from people'],
  ['everything put back', 'reset all; select * from people'],
  ['row security off', 'set local row_security = off; select * from people'],
  ['row security off for the table', 'alter table people disable row level security'],
  ['row security no longer forced', 'alter table people no force row level security'],
  ['a policy opened', 'alter policy own_caseload on people using (true)'],
  ['a policy dropped', 'drop policy own_caseload on people'],
  ['a policy added', 'create policy mine on people using (true)'],
  ['a membership', 'grant jalon_owner to jalon_caseworker'],
  ['a right', 'grant select on people to public'],
  ['a role above policies', 'alter role jalon_caseworker bypassrls'],
  ['a role of one’s own', 'create role mine superuser login'],
  ['the key of contexts', 'select * from sec.signing_key'],
  ['the key of contexts, copied', 'create table mine as select * from sec.signing_key'],
  ['a claim without its wrapper', `select sec.claim('jalon_caseworker', 3)`],
  [
    'claims of other roles',
    `select sec.account('jalon_engine'), sec.organisation('jalon_manager'), sec.departments('jalon_ofii')`,
  ],
  [
    'the function of claims, replaced',
    `create or replace function sec.claim(text, int) returns text language sql as $$ select 'x' $$`,
  ],
  [
    'a function that runs as its maker',
    `create function mine() returns setof people language sql security definer as 'select * from people'`,
  ],
  ['the functions that run as the owner, called', 'select sec.carry_isolation_keys_to_person()'],
  ['numbers of events', 'select sec.next_event_seqs(1000)'],
  ['numbers of files', `select setval('pathway_numbers', 1)`],
  ['a temporary table in the place of ours', 'create temp table people (id uuid, birth_name text)'],
  [
    'a temporary function in the place of ours',
    `create function pg_temp.account(text) returns uuid language sql as 'select null::uuid'`,
  ],
  ['a search path through what is temporary', 'set local search_path = pg_temp, public; select * from people'],
  ['a table', 'create table mine as select * from people'],
  ['a view', 'create view mine as select * from people'],
  ['a trigger', 'create trigger mine before insert on people execute function sec.refuse_rewriting()'],
  ['a schema', 'create schema mine'],
  ['an extension that connects elsewhere', 'create extension dblink'],
  ['a connection elsewhere', `select * from dblink('dbname=postgres', 'select 1') as t(a int)`],
  ['a library', `load 'auto_explain'`],
  ['an untrusted language', 'create extension plpython3u'],
  ['a file of the server', `select pg_read_file('PG_VERSION')`],
  ['bytes of a file', `select pg_read_binary_file('global/pg_control')`],
  ['a folder of the server', `select pg_ls_dir('.')`],
  ['a file as a large object', `select lo_import('/etc/hostname')`],
  ['a large object', 'select lo_create(0)'],
  ['a large object of bytes', `select lo_from_bytea(0, 'kept')`],
  ['a program', `copy people to program 'cat'`],
  ['a program, read', `copy people (id) from program 'echo'`],
  ['a file written', `copy people to '/tmp/people'`],
  ['settings of the server', `alter system set log_statement = 'all'`],
  ['settings of the database', `alter database postgres set row_security = off`],
  ['passwords of roles', 'select * from pg_authid'],
  ['statistics of columns', 'select * from pg_statistic'],
  ['statistics, through their view', `select * from pg_stats where tablename = 'people'`],
  ['what others are asking', 'select query, usename from pg_stat_activity'],
  ['a block of code', `do $$ begin execute 'set local role jalon_owner'; perform * from people; end $$`],
  ['a person taken', 'update people set referent_id = null'],
  ['every file taken', 'update pathways set referent_id = null, organisation_id = null'],
  ['a file moved out of sight', `update pathways set department = '99' where birth_name is null`],
  ['every event removed', 'delete from pathway_events'],
  ['an event rewritten', `update pathway_events set body = '{}'`],
  ['a table emptied', 'truncate people cascade'],
  ['a table locked', 'lock table people in access exclusive mode'],
  ['rows locked', 'select * from people for update'],
  [
    'an error that tells, by dividing',
    `select * from people where 1 / (case when birth_name = '${OUT_OF_REACH}' then 0 else 1 end) = 1`,
  ],
  ['an error that tells, by converting', 'select * from people where birth_name::int = 1'],
  [
    'a condition with a cheap function',
    `select * from people where textlike(birth_name, '${OUT_OF_REACH.slice(0, 4)}%')`,
  ],
  ['a query as XML', `select query_to_xml('select * from people', true, true, '')`],
  ['the database as XML', `select schema_to_xml('public', true, true, '')`],
  ['a query through the words of texts', `select * from ts_stat('select to_tsvector(birth_name) from people')`],
  ['a cursor kept', 'declare mine cursor with hold for select * from people'],
  ['a statement prepared', 'prepare mine as select * from people; execute mine'],
  ['a join on what others hold', 'select pe.* from people pe, pathways p where pe.id = p.person_id or true'],
  [
    'a person of another’s, in a file',
    `insert into pathways (id, number, person_id, department, facts, contract_state)
     select '${randomUUID()}', 'x', pe.id, '59', '{}', 'NOT_CONVENED' from people pe`,
  ],
].map(([what = '', sql = '']) => ({ what, sql }));
