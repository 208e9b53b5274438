import type { MigrationInterface, QueryRunner } from 'typeorm';

const OFII_DOMAINS = "('RECEPTION_RIGHTS', 'LANGUAGE', 'CIVIC', 'EMPLOYMENT')";
const departments = (role: string): string => `department = any ((select sec.departments('${role}'))::text[])`;
const unsealed = (role: string): string => `(not sealed or id = any ((select sec.sealed_files('${role}'))::uuid[]))`;

/** What an office reaches: what is not sealed, and what stands for a sealed person whom its lists name. */
function territory(table: string, named: string): string {
  const byDomain =
    table === 'pathway_steps'
      ? ` and domain in ${OFII_DOMAINS}`
      : table === 'pathway_stalls'
        ? ` and domain in ${OFII_DOMAINS} and rule <> 'NO_OUTCOME_12M'`
        : '';
  return `alter policy territory on ${table} using (${departments('jalon_ofii')}${byDomain} and ${named});`;
}
const OF_THE_FILE = '(not sealed or exists (select 1 from pathways p where p.id = pathway_id))';

function engineReach(named: string): string {
  return `alter policy reach_of_the_actor on pathways using (
    case (select sec.role_of('jalon_engine'))
      when 'ASSOCIATION_CASEWORKER' then referent_id = (select sec.account('jalon_engine')) and ${unsealed('jalon_engine')}
      when 'ASSOCIATION_MANAGER' then (organisation_id = (select sec.organisation('jalon_engine'))
        or (organisation_id is null and ${departments('jalon_engine')})) and ${unsealed('jalon_engine')}
      when 'OFII_AGENT' then ${departments('jalon_engine')} and ${named}
      when 'DEPARTMENT_REFERENT' then ${departments('jalon_engine')} and not sealed
      when 'RULES' then true
      else false
    end);`;
}

function carryingKeys(isListed: boolean): string {
  const more = isListed ? ', listed' : '';
  const values = (row: string): string =>
    ['department', 'organisation_id', 'referent_id', 'sealed', ...(isListed ? ['listed'] : [])]
      .map((key) => `${row}.${key}`)
      .join(', ');
  return `
      create or replace function sec.carry_isolation_keys_to_person() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        update people p
        set department = new.department, organisation_id = new.organisation_id, referent_id = new.referent_id, sealed = new.sealed${isListed ? ', listed = new.listed' : ''}
        where p.id = new.person_id;
        return null;
      end
      $$;
      drop trigger carry_isolation_keys_to_person on pathways;
      create trigger carry_isolation_keys_to_person after update of department, organisation_id, referent_id, sealed${more} on pathways
        for each row when ((${values('old')}) is distinct from (${values('new')}))
        execute function sec.carry_isolation_keys_to_person();`;
}

/** What a role may read or write of a table, by column but for some. */
function butFor(privilege: 'select' | 'insert', role: string, table: string, columns: readonly string[]): string {
  return `
      do $$ declare others text; begin
        select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into others from pg_attribute a
        where a.attrelid = '${table}'::regclass and a.attnum > 0 and not a.attisdropped
          and a.attname <> all (array[${columns.map((column) => `'${column}'`).join(', ')}]);
        execute format('revoke ${privilege} on ${table} from ${role}; grant ${privilege} (%s) on ${table} to ${role}', others);
      end $$;`;
}

const SEEN_BY_OFFICES = ['people', 'pathways', 'pathway_steps', 'pathway_stalls', 'stall_follow_ups'] as const;
const WRITERS = ['jalon_caseworker', 'jalon_manager', 'jalon_ofii'] as const;

/**
 * A monthly list that named a sealed person opened a file for her in the open, before her department and the structures.
 * What a list opens for her is kept between the offices and their lists: it stands for the sealed file, holds nothing
 * but what they sent, and is sealed to everybody else. It is an ordinary file to whoever imports: same counts, same
 * number, found again by the next list. That it is not one is in columns that no office reads; matching is a trigger,
 * so that nothing can be asked.
 *
 * What the reports of past lists kept of a person is erased the day she is sealed: they were her address too.
 */
export class ListsThatNameASealedPerson20261126160200 implements MigrationInterface {
  name = 'ListsThatNameASealedPerson20261126160200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table pathways add column listed boolean not null default false;
      alter table people add column listed boolean not null default false;
      ${SEEN_BY_OFFICES.map((table) => butFor('select', 'jalon_ofii', table, ['sealed', 'listed'])).join('')}
      ${WRITERS.flatMap((role) => ['people', 'pathways'].map((table) => butFor('insert', role, table, ['listed']))).join('')}

      create table listed_files (
        pathway_id uuid not null references pathways (id) on delete cascade,
        stands_for uuid not null references pathways (id) on delete cascade,
        primary key (pathway_id, stands_for)
      );
      create index listed_files_of_sealed on listed_files (stands_for);
      alter table listed_files enable row level security;
      alter table listed_files force row level security;
      create policy owner_all on listed_files to jalon_owner using (true) with check (true);

      ${['people', 'pathways'].map((table) => territory(table, '(not sealed or listed)')).join('\n')}
      ${['pathway_steps', 'pathway_stalls'].map((table) => territory(table, OF_THE_FILE)).join('\n')}
      ${engineReach('(not sealed or listed)')}
      ${carryingKeys(true)}

      create function sec.stand_for_sealed_file() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        insert into listed_files (pathway_id, stands_for)
        select new.id, p.id
        from people opened
        join people pe on pe.foreigner_number = opened.foreigner_number and pe.sealed and not pe.listed
        join pathways p on p.person_id = pe.id
        where opened.id = new.person_id;
        if found then update pathways p set sealed = true, listed = true where p.id = new.id; end if;
        return null;
      end
      $$;
      create trigger stand_for_sealed_file after insert on pathways
        for each row when (current_setting('role') = 'jalon_ofii') execute function sec.stand_for_sealed_file();

      -- The real file is there again for the office: what stood for it is nobody’s any more.
      create function sec.stop_standing_for() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        with gone as (delete from listed_files l where l.stands_for = new.id returning l.pathway_id)
        update pathways p set listed = false from gone
        where p.id = gone.pathway_id
          and not exists (select 1 from listed_files l where l.pathway_id = p.id and l.stands_for <> new.id);
        return null;
      end
      $$;
      create trigger stop_standing_for after update of sealed on pathways
        for each row when (old.sealed and not new.sealed) execute function sec.stop_standing_for();

      alter table pathway_changes drop constraint pathway_changes_kind_check;
      alter table pathway_changes add constraint pathway_changes_kind_check
        check (kind in ('OPENED', 'CORRECTION', 'ASSIGNMENT', 'SEALED', 'UNSEALED', 'TRANSFER', 'REVEAL', 'BREAK_GLASS', 'LISTED'));
      create function sec.tell_sealed_file_of_list() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        insert into pathway_changes (pathway_id, at, actor_id, kind, source, domain, before)
        select l.stands_for, new.at, a.id, 'LISTED', 'IMPORT', 'STRUCTURE', a.display_name || ', ' || o.name
        from listed_files l
        join accounts a on a.id = new.actor_id
        join organisations o on o.id = a.organisation_id
        where l.pathway_id = new.pathway_id
          and not exists (select 1 from pathway_changes c where c.pathway_id = l.stands_for and c.kind = 'LISTED' and c.at = new.at);
        return null;
      end
      $$;
      -- At the commit: the rows of one list are numbered without a hole that would tell of this one.
      create constraint trigger tell_sealed_file_of_list after insert on pathway_changes deferrable initially deferred
        for each row when (new.source = 'IMPORT' and new.kind <> 'LISTED') execute function sec.tell_sealed_file_of_list();

      create index import_rows_of_pathway on import_rows (pathway_id) where pathway_id is not null;
      create function sec.forget_in_reports() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        update import_rows r set changes = '[]', conflicts = '[]', warnings = '[]' where r.pathway_id = new.id;
        return null;
      end
      $$;
      create trigger forget_in_reports after update of sealed on pathways
        for each row when (new.sealed and not old.sealed and not new.listed) execute function sec.forget_in_reports();
      update import_rows r set changes = '[]', conflicts = '[]', warnings = '[]'
      from pathways p where p.id = r.pathway_id and p.sealed;

      revoke all on function sec.stand_for_sealed_file(), sec.stop_standing_for(), sec.tell_sealed_file_of_list(),
        sec.forget_in_reports() from public;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop trigger forget_in_reports on pathways;
      drop function sec.forget_in_reports();
      drop index import_rows_of_pathway;
      drop trigger tell_sealed_file_of_list on pathway_changes;
      drop function sec.tell_sealed_file_of_list();
      delete from pathway_changes c where c.kind = 'LISTED';
      alter table pathway_changes drop constraint pathway_changes_kind_check;
      alter table pathway_changes add constraint pathway_changes_kind_check
        check (kind in ('OPENED', 'CORRECTION', 'ASSIGNMENT', 'SEALED', 'UNSEALED', 'TRANSFER', 'REVEAL', 'BREAK_GLASS'));
      drop trigger stop_standing_for on pathways;
      drop function sec.stop_standing_for();
      drop trigger stand_for_sealed_file on pathways;
      drop function sec.stand_for_sealed_file();
      ${carryingKeys(false)}
      ${engineReach('not sealed')}
      ${SEEN_BY_OFFICES.filter((table) => table !== 'stall_follow_ups')
        .map((table) => territory(table, 'not sealed'))
        .join('\n')}
      drop table listed_files;
      ${SEEN_BY_OFFICES.map((table) => `grant select on ${table} to jalon_ofii;`).join('\n')}
      ${WRITERS.map((role) => `grant insert on people, pathways to ${role};`).join('\n')}
      alter table people drop column listed;
      alter table pathways drop column listed;
      reset role;
    `);
  }
}
