import type pg from 'pg';

/** Tables that no row policy isolates, and why they may do without. None of them has or reaches a person who is followed. */
export const NOT_ISOLATED: Record<string, string> = {
  'public.derived_rows_state': 'one row: under which rules everything was computed',
  'public.identity_flows': 'hashes of flows begun by whoever is not known yet; the role of sign-in alone',
  'public.ledger_head': 'one number: the last of the events',
  'public.migrations': 'what has run; the owner alone',
  'public.organisations': 'a directory of structures and services, for everybody who signs in',
  'public.sessions': 'whoever signs in is not known yet; the role of sign-in alone',
  'public.sign_in_limits': 'hashes and counts; the role of sign-in alone',
  'public.threshold_sets': 'the rules of the department’s worklists: everybody is judged by them, and may know them',
  'sec.signing_key': 'the key of the contexts; the owner alone',
};

/** Functions that run as the owner, and why each has to. */
export const RUN_AS_OWNER: Record<string, string> = {
  'sec.claim(text,integer)': 'reads the signing key, to believe a context or not',
  'sec.role_of(text)': 'one claim of a context, through sec.claim',
  'sec.account(text)': 'one claim of a context, through sec.claim',
  'sec.organisation(text)': 'one claim of a context, through sec.claim',
  'sec.departments(text)': 'one claim of a context, through sec.claim',
  'sec.carry_isolation_keys_to_person()': 'the isolation keys of a person follow her file, out of reach by then',
  'sec.carry_isolation_keys_to_derived_rows()': 'the same, for the rows derived from her file',
  'sec.next_event_seqs(integer)': 'numbers events without gaps: no role may move the head otherwise',
  'sec.today(text)': 'one claim of a context, through sec.claim',
  'sec.now(text)': 'one claim of a context, through sec.claim',
  'sec.sealed_files(text)': 'the rights that the actor holds, whatever file they are on: policies read them',
  'sec.sealed_people(text)': 'the same, as persons',
  'sec.located_files(text)': 'the right of location that the actor holds, whatever file it is on: policies read it',
  'sec.located_people(text)': 'the same, as persons',
  'sec.refuse_without_location()': 'reads the right of location of whoever gives it away',
  'sec.stand_for_sealed_file()':
    'matches what a list opens with a sealed file, and tells nobody: it can only be a trigger',
  'sec.stop_standing_for()': 'whoever lifts a seal does not reach what stood for the file',
  'sec.tell_sealed_file_of_list()': 'a list leaves its trace in a file that the office does not reach',
  'sec.sweep_answers()': 'the answers kept for others are out of sight; it takes no argument and tells nothing',
  'sec.sweep_drafts(text)': 'the drafts of others are out of sight; it takes no argument but a role, and tells nothing',
  'sec.purge_drafts_of_file()': 'whoever seals or gives a file does not reach what others had begun to type of it',
  'sec.purge_drafts_of_account()': 'whoever administers accounts reaches no draft',
  'sec.tell_seal_rights()': 'rights are taken by whoever no longer reaches the file, or closes an account',
  'sec.mark_double()': 'an office that entrusts a file does not see who is followed elsewhere, and must not be told',
  'sec.forget_in_reports()': 'whoever seals does not reach the reports of the lists',
  'sec.lent_files(text)': 'what the actor reads without following it: out of her reach but for this',
  'sec.lent_people(text)': 'the same, as persons',
  'sec.given_transfers(text)': 'the transfers by which the actor still reads a file: policies read them',
  'sec.given_files(text)': 'the same, as files',
  'sec.given_at(text,uuid)': 'when such a file left: what was recorded since is not hers',
  'sec.opened_files(text)': 'what an emergency opened to the actor, out of her reach but for this',
  'sec.opened_people(text)': 'the same, as persons',
  'sec.carry_seal_rights_to_referent()': 'the rights over a sealed file follow its referent, whoever entrusts it',
  'sec.pass_on_seal_rights()': 'a sealed file that nobody may open any more is the managers’, or it would be lost',
  'sec.carry_seal_to_transfers()': 'a transfer that waits must not show a file sealed since',
  'sec.accept_transfer(text,uuid,date)': 'whoever accepts does not reach the file yet',
  'sec.break_glass(text,uuid,text,text)': 'whoever breaks the glass does not reach the file yet',
  'sec.reveal(uuid,text,text)': 'a referent writes nothing in a file, but that she asked its name',
  'sec.revealed_name(uuid,text)': 'her role does not read persons: a name at a time, in the session that asked',
  'sec.follow_last_version()': 'the last version of a note may be out of sight of who writes the next',
  'sec.seats_taken(text,uuid[])':
    'how many seats of one’s own structure are taken, by people of colleagues too: never by whoever is sealed',
  'sec.may_merge(text,uuid,uuid)': 'reads the rights over both files, one of which may be out of sight already',
  'sec.merge_files(text,uuid,uuid,uuid,uuid[],uuid[])':
    'moves what no role may move, private notes of others among it, and hides the file that goes',
  'sec.unmerge_files(text,uuid,uuid[])': 'the same, back: nobody reaches the file that went',
  'sec.move_rows(uuid,uuid,uuid)': 'called by the two above',
  'sec.give_stalls_back(uuid,uuid)': 'called by the last one: no role reads what it gives back',
  'sec.mark_merged(uuid,boolean)': 'called by them too: no role writes the mark',
  'sec.end_corrections_of_merge(text,uuid)': 'no role writes a merge; it takes the one that the actor has just made',
  'sec.changes_of_merged(text,uuid[])': 'the history of a file that nobody reaches any more, for who follows the other',
  'sec.actions_of_merged(text,uuid[])': 'the same of what was done about its stalls',
  'sec.count_private_notes(uuid)': 'how many notes a manager may not read: never what they say',
  'sec.replace_identity_invitations()': 'whoever invites reads no invitation: it can only be a trigger',
  'sec.append_audit(text,text,text,text,uuid,uuid[],text[],uuid)': 'no role writes the trail otherwise',
  'sec.append_session_audit(text,text,uuid,text,uuid)': 'the same, before anybody is known',
  'sec.write_audit(uuid,text,uuid,text,text,text,text,uuid,uuid[],text[],uuid)':
    'chains an entry; called by the two above',
  'sec.audit_heads()': 'the heads of the chains, to be anchored: hashes and counts',
  'sec.audit_of_number(text)': 'the same entries, by the number of the file, which the trail does not hold',
  'sec.audit_of_pathway(uuid)': 'the entries of one file, for the auditor, by an index that no policy could use',
  'sec.entrustable_files(text)':
    'the sealed files whose rights she may give: her own rights, read below their own policy',
  'sec.accesses_of(uuid)': 'who saw a file, for who follows it: her role does not read the trail',
  'sec.leave_files()':
    'whoever administers accounts reaches no file: those of somebody who leaves are cleared all the same',
  'sec.refuse_absent_referent()':
    'waits for an account that is leaving: who gives a file has no lock to take on accounts',
  'sec.count_opening(date,uuid)': 'counts the files opened in a day: nobody counts her own down',
  'sec.count_namings(date,uuid[],integer,integer)': 'the same of the files that lists and searches name',
};

/** Policies that show every row to a role, and why. */
export const OPEN_POLICIES: Record<string, string> = {
  'public.accounts sign_in': 'before anybody is known, any account may be the one who signs in',
  'public.account_identities sign_in': 'the same of what leads to an account',
  'public.account_links sign_in': 'the same of a link to choose its password',
  'public.identity_invitations sign_in': 'the same of an invitation to link one',
  'public.recovery_codes sign_in': 'the same of a code that replaces its authenticator',
  'public.second_factors sign_in': 'the same of its authenticator',
};

/** What an installation may hold beside its own tables. */
const EXTENSIONS = ['pg_trgm', 'pgcrypto', 'plpgsql'];

const APPLICATION = `(select oid from pg_roles where rolname like 'jalon\\_%' and rolname not in ('jalon_owner', 'jalon_migrator'))`;
const OURS = `(select oid from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema')`;
const names = (list: Record<string, string>): string[] => Object.keys(list);

interface Guard {
  /** One line a hole, as text. */
  readonly sql: string;
  readonly parameters?: readonly unknown[];
}

/** What must hold of the catalogue of the database, whoever wrote the last migration. */
export const GUARDS = {
  'a table is isolated, or said to need no isolation': {
    sql: `select format('%s.%s', c.relnamespace::regnamespace, c.relname) as hole
          from pg_class c
          where c.relkind in ('r', 'p') and c.relnamespace in ${OURS} and not (c.relrowsecurity and c.relforcerowsecurity)
            and format('%s.%s', c.relnamespace::regnamespace, c.relname) <> all ($1)`,
    parameters: [names(NOT_ISOLATED)],
  },
  'a table said to need no isolation reaches nobody who is followed': {
    sql: `with recursive reaching as (
            select 'public.people'::regclass::oid as id
            union
            select f.conrelid from pg_constraint f join reaching r on f.contype = 'f' and f.confrelid = r.id
          )
          select format('%s.%s', c.relnamespace::regnamespace, c.relname) as hole
          from pg_class c
          where format('%s.%s', c.relnamespace::regnamespace, c.relname) = any ($1)
            and (c.oid in (select r.id from reaching r)
              or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname in ('person_id', 'pathway_id', 'stall_id')))`,
    parameters: [names(NOT_ISOLATED)],
  },
  'a policy hides something from its role': {
    sql: `select format('%s.%s %s', schemaname, tablename, policyname) as hole from pg_policies
          where not roles = '{jalon_owner}' and (qual = 'true' or with_check = 'true' or roles = '{public}')
            and format('%s.%s %s', schemaname, tablename, policyname) <> all ($1)`,
    parameters: [names(OPEN_POLICIES)],
  },
  'no view steps around the policies': {
    sql: `select format('%s.%s', c.relnamespace::regnamespace, c.relname) as hole from pg_class c
          where c.relnamespace in ${OURS}
            and (c.relkind = 'm' or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))`,
  },
  'a function that runs as the owner is known, with its reason': {
    sql: `select p.oid::regprocedure::text as hole from pg_proc p
          where p.prosecdef and p.pronamespace in ${OURS} and replace(p.oid::regprocedure::text, ', ', ',') <> all ($1)`,
    parameters: [names(RUN_AS_OWNER)],
  },
  'a function that runs as the owner looks up nothing that its caller made': {
    sql: `select p.oid::regprocedure::text as hole from pg_proc p
          where p.prosecdef and p.pronamespace in ${OURS}
            and not coalesce(p.proconfig, '{}') && '{"search_path=pg_catalog, public, pg_temp"}'`,
  },
  'a function that runs as the owner is not everybody’s to call': {
    sql: `select p.oid::regprocedure::text as hole from pg_proc p
          where p.prosecdef and p.pronamespace in ${OURS}
            and exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)`,
  },
  'roles of the application are above nothing': {
    sql: `select rolname as hole from pg_roles
          where oid in ${APPLICATION} and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
          union all
          select format('%s is a member of %s', m.member::regrole, m.roleid::regrole) from pg_auth_members m
          where m.member in ${APPLICATION} and not (m.member = 'jalon_server'::regrole and m.roleid in ${APPLICATION} and m.roleid <> 'jalon_auth'::regrole)`,
  },
  'roles of the application own nothing': {
    sql: `select format('%s owns %s', d.refobjid::regrole, pg_describe_object(d.classid, d.objid, d.objsubid)) as hole
          from pg_shdepend d
          where d.deptype = 'o' and d.refclassid = 'pg_authid'::regclass and d.refobjid in ${APPLICATION}
            and d.dbid in (0, (select oid from pg_database where datname = current_database()))`,
  },
  'roles of the application create nothing': {
    sql: `select format('%s in schema %s', r.rolname, n.nspname) as hole
          from pg_roles r cross join pg_namespace n
          where r.oid in ${APPLICATION} and has_schema_privilege(r.oid, n.oid, 'create')
          union all
          select format('%s in the database: %s', r.rolname, p.privilege)
          from pg_roles r cross join (values ('create'), ('temporary')) as p(privilege)
          where r.oid in ${APPLICATION} and has_database_privilege(r.oid, current_database(), p.privilege)
          union all
          select format('%s large objects: %s', r.rolname, f.oid::regprocedure)
          from pg_roles r cross join pg_proc f
          where r.oid in ${APPLICATION} and f.pronamespace = 'pg_catalog'::regnamespace
            and f.proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import')
            and has_function_privilege(r.oid, f.oid, 'execute')`,
  },
  'roles of the application do to a table nothing but read and write rows': {
    sql: `select format('%s may %s %s', r.rolname, p.privilege, c.oid::regclass) as hole
          from pg_roles r cross join pg_class c cross join (values ('truncate'), ('references'), ('trigger')) as p(privilege)
          where r.oid in ${APPLICATION} and c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace in ${OURS}
            and has_table_privilege(r.oid, c.oid, p.privilege)`,
  },
  'nothing is granted to everybody': {
    sql: `select format('%s on %s', a.privilege_type, c.oid::regclass) as hole
          from pg_class c cross join lateral aclexplode(c.relacl) a
          where c.relnamespace in ${OURS} and a.grantee = 0`,
  },
  'the role that serves requests has no right of its own': {
    sql: `select format('jalon_server may %s %s', a.privilege_type, c.oid::regclass) as hole
          from pg_class c cross join lateral aclexplode(c.relacl) a
          where c.relnamespace in ${OURS} and a.grantee = 'jalon_server'::regrole
          union all
          select 'jalon_server inherits' from pg_roles where rolname = 'jalon_server' and rolinherit`,
  },
  'nothing reaches outside the database': {
    sql: `select format('extension %s', e.extname) as hole from pg_extension e where e.extname <> all ($1)
          union all
          select format('language %s', l.lanname) from pg_language l where not l.lanpltrusted and l.lanname not in ('internal', 'c')
          union all
          select format('foreign server %s', s.srvname) from pg_foreign_server s`,
    parameters: [EXTENSIONS],
  },
  'what is said to be an exception is one': {
    sql: `select name as hole from unnest($1::text[]) as name where to_regclass(name) is null
          union all select name from unnest($2::text[]) as name where to_regprocedure(name) is null
          union all select name from unnest($3::text[]) as name
            where not exists (select 1 from pg_policies where format('%s.%s %s', schemaname, tablename, policyname) = name)`,
    parameters: [names(NOT_ISOLATED), names(RUN_AS_OWNER), names(OPEN_POLICIES)],
  },
} as const satisfies Record<string, Guard>;

/** Every hole found, as « guard: where ». Empty on a database that keeps its promises. */
export async function findHoles(owner: pg.ClientBase): Promise<string[]> {
  const found: string[] = [];
  for (const [name, guard] of Object.entries(GUARDS) as [string, Guard][]) {
    const { rows } = await owner.query<{ hole: string }>(guard.sql, [...(guard.parameters ?? [])]);
    found.push(...rows.map(({ hole }) => `${name}: ${hole}`));
  }
  return found.sort();
}
