import type { MigrationInterface, QueryRunner } from 'typeorm';

const ISOLATED = ['pathways', 'people', 'pathway_steps', 'pathway_stalls'] as const;

/** Seen where it is not sealed, or by whoever holds a right on it. */
function unsealed(table: (typeof ISOLATED)[number], role: string): string {
  if (table === 'people') return `(not sealed or id = any ((select sec.sealed_people('${role}'))::uuid[]))`;
  const pathway = table === 'pathways' ? 'id' : 'pathway_id';
  return `(not sealed or ${pathway} = any ((select sec.sealed_files('${role}'))::uuid[]))`;
}

const OFII_DOMAINS = "('RECEPTION_RIGHTS', 'LANGUAGE', 'CIVIC', 'EMPLOYMENT')";
const departments = (role: string): string => `department = any ((select sec.departments('${role}'))::text[])`;

const OWN_CASELOAD = `referent_id = (select sec.account('jalon_caseworker'))`;
const OWN_STRUCTURE = `organisation_id = (select sec.organisation('jalon_manager'))`;
const NOBODY_YET = `organisation_id is null and ${departments('jalon_manager')}`;

/** Which rows each role reaches, before the seal: `territory` of steps and stalls, by domain. */
function reaches(table: (typeof ISOLATED)[number]): [policy: string, role: string, using: string][] {
  const byDomain =
    table === 'pathway_steps'
      ? ` and domain in ${OFII_DOMAINS}`
      : table === 'pathway_stalls'
        ? ` and domain in ${OFII_DOMAINS} and rule <> 'NO_OUTCOME_12M'`
        : '';
  const all: [string, string, string][] = [
    ['own_caseload', 'jalon_caseworker', OWN_CASELOAD],
    ['own_structure', 'jalon_manager', OWN_STRUCTURE],
    ['nobody_yet', 'jalon_manager', NOBODY_YET],
    ['territory', 'jalon_ofii', departments('jalon_ofii') + byDomain],
  ];
  const read: [string, string, string][] = [
    ['department', 'jalon_referent', departments('jalon_referent')],
    ['department_report', 'jalon_report', departments('jalon_report')],
  ];
  return table === 'people' ? all : [...all, ...read];
}

/** Those who may hold a right on a sealed file; for the others a sealed file does not exist. */
const HOLDERS = new Set(['jalon_caseworker', 'jalon_manager']);

function engineReach(isSealKept: boolean): string {
  const seen = isSealKept ? ` and ${unsealed('pathways', 'jalon_engine')}` : '';
  const open = isSealKept ? ' and not sealed' : '';
  return `
    case (select sec.role_of('jalon_engine'))
      when 'ASSOCIATION_CASEWORKER' then referent_id = (select sec.account('jalon_engine'))${seen}
      when 'ASSOCIATION_MANAGER' then (organisation_id = (select sec.organisation('jalon_engine'))
        or (organisation_id is null and ${departments('jalon_engine')}))${seen}
      when 'OFII_AGENT' then ${departments('jalon_engine')}${open}
      when 'DEPARTMENT_REFERENT' then ${departments('jalon_engine')}${open}
      when 'RULES' then true
      else false
    end`;
}

/**
 * A sealed file is that of somebody who is looked for. Whether it is looked for in lists, opened, or tells where she
 * lives are three rights, by account; whoever holds none of the first two sees no row of it, of any table: lists, counts
 * and reports are made of rows. The seal is one more isolation key, carried from the pathway to what hangs on it.
 */
export class SealedFiles20261126130000 implements MigrationInterface {
  name = 'SealedFiles20261126130000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      ${ISOLATED.map((table) => `alter table ${table} add column sealed boolean not null default false;`).join('\n')}
      alter table stall_follow_ups add column sealed boolean not null default false;

      create table seal_rights (
        pathway_id uuid not null references pathways (id) on delete cascade,
        account_id uuid not null references accounts (id) on delete cascade,
        right_to text not null check (right_to in ('SEARCH', 'READ', 'LOCATE')),
        primary key (pathway_id, account_id, right_to)
      );
      create index seal_rights_of_account on seal_rights (account_id);

      create function sec.sealed_files(for_database_role text) returns uuid[]
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select coalesce(array_agg(distinct r.pathway_id), '{}') from seal_rights r
        where r.account_id = sec.account(for_database_role) and r.right_to in ('SEARCH', 'READ')
      $$;
      create function sec.sealed_people(for_database_role text) returns uuid[]
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select coalesce(array_agg(distinct p.person_id), '{}') from seal_rights r join pathways p on p.id = r.pathway_id
        where r.account_id = sec.account(for_database_role) and r.right_to in ('SEARCH', 'READ')
      $$;
      revoke all on function sec.sealed_files(text), sec.sealed_people(text) from public;
      grant execute on function sec.sealed_files(text) to jalon_caseworker, jalon_manager, jalon_engine;
      grant execute on function sec.sealed_people(text) to jalon_caseworker, jalon_manager;

      alter table seal_rights enable row level security;
      alter table seal_rights force row level security;
      create policy owner_all on seal_rights to jalon_owner using (true) with check (true);
      create policy own_rights on seal_rights for select to jalon_caseworker
        using (account_id = (select sec.account('jalon_caseworker')));
      create policy of_reached_pathways on seal_rights to jalon_manager
        using (exists (select 1 from pathways p where p.id = pathway_id))
        with check (exists (select 1 from pathways p where p.id = pathway_id and p.organisation_id = (select sec.organisation('jalon_manager')))
          and exists (select 1 from accounts a where a.id = account_id and a.organisation_id = (select sec.organisation('jalon_manager'))));
      grant select on seal_rights to jalon_caseworker, jalon_manager;
      grant insert, delete on seal_rights to jalon_manager;

      grant update (sealed) on pathways to jalon_manager;
      grant select (sealed) on pathways to jalon_engine;

      -- That another file of the structure bears this number must not tell of a sealed one.
      alter table people drop constraint people_organisation_id_foreigner_number_key;
      create unique index people_organisation_id_foreigner_number_key on people (organisation_id, foreigner_number) where not sealed;

      create or replace function sec.carry_isolation_keys_to_person() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        update people p
        set department = new.department, organisation_id = new.organisation_id, referent_id = new.referent_id, sealed = new.sealed
        where p.id = new.person_id;
        return null;
      end
      $$;
      create or replace function sec.carry_isolation_keys_to_derived_rows() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        update pathway_steps s set department = new.department, organisation_id = new.organisation_id, referent_id = new.referent_id, sealed = new.sealed
        where s.pathway_id = new.id;
        update pathway_stalls s set department = new.department, organisation_id = new.organisation_id, referent_id = new.referent_id, sealed = new.sealed
        where s.pathway_id = new.id;
        update stall_follow_ups f set department = new.department, sealed = new.sealed where f.pathway_id = new.id;
        return null;
      end
      $$;
      drop trigger carry_isolation_keys_to_person on pathways;
      create trigger carry_isolation_keys_to_person after update of department, organisation_id, referent_id, sealed on pathways
        for each row when ((old.department, old.organisation_id, old.referent_id, old.sealed)
          is distinct from (new.department, new.organisation_id, new.referent_id, new.sealed))
        execute function sec.carry_isolation_keys_to_person();
      drop trigger carry_isolation_keys_to_derived_rows on pathways;
      create trigger carry_isolation_keys_to_derived_rows after update of department, organisation_id, referent_id, sealed on pathways
        for each row when ((old.department, old.organisation_id, old.referent_id, old.sealed)
          is distinct from (new.department, new.organisation_id, new.referent_id, new.sealed))
        execute function sec.carry_isolation_keys_to_derived_rows();

      -- Who follows a sealed file holds its rights, whoever entrusts it; who no longer does, does not.
      create function sec.carry_seal_rights_to_referent() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        delete from seal_rights r using accounts a
        where r.pathway_id = new.id and r.account_id = old.referent_id and a.id = r.account_id and a.role <> 'ASSOCIATION_MANAGER';
        insert into seal_rights (pathway_id, account_id, right_to)
        select new.id, new.referent_id, r from unnest(array['SEARCH', 'READ', 'LOCATE']) as r where new.referent_id is not null
        on conflict do nothing;
        -- Whoever leaves is taken from her files before anything else: what she alone could open is the managers' here already.
        insert into seal_rights (pathway_id, account_id, right_to)
        select new.id, a.id, r
        from accounts a cross join unnest(array['SEARCH', 'READ', 'LOCATE']) as r
        where a.organisation_id = new.organisation_id and a.role = 'ASSOCIATION_MANAGER' and a.disabled_at is null
          and not exists (select 1 from seal_rights h where h.pathway_id = new.id and h.right_to = 'READ')
        on conflict do nothing;
        return null;
      end
      $$;
      create trigger carry_seal_rights_to_referent after update of referent_id on pathways
        for each row when (new.sealed and old.referent_id is distinct from new.referent_id)
        execute function sec.carry_seal_rights_to_referent();

      -- Whoever leaves holds nothing any more; a sealed file that nobody may open any more is the managers', or it would be lost.
      create function sec.pass_on_seal_rights() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare touched uuid[];
      begin
        with gone as (delete from seal_rights r where r.account_id = new.id returning r.pathway_id)
        select array_agg(distinct pathway_id) into touched from gone;
        insert into seal_rights (pathway_id, account_id, right_to)
        select p.id, a.id, r
        from pathways p
        join accounts a on a.organisation_id = p.organisation_id and a.role = 'ASSOCIATION_MANAGER' and a.disabled_at is null
        cross join unnest(array['SEARCH', 'READ', 'LOCATE']) as r
        where p.id = any (touched) and p.sealed
          and not exists (select 1 from seal_rights h where h.pathway_id = p.id and h.right_to = 'READ')
        on conflict do nothing;
        return null;
      end
      $$;
      create trigger pass_on_seal_rights after update of disabled_at, organisation_id, role on accounts
        for each row when ((new.disabled_at is not null and old.disabled_at is null) or old.organisation_id <> new.organisation_id or old.role <> new.role)
        execute function sec.pass_on_seal_rights();
      revoke all on function sec.carry_seal_rights_to_referent(), sec.pass_on_seal_rights() from public;

      ${ISOLATED.flatMap((table) =>
        reaches(table).map(
          ([policy, role, using]) =>
            `alter policy ${policy} on ${table} using (${using} and ${HOLDERS.has(role) && policy !== 'nobody_yet' ? unsealed(table, role) : 'not sealed'});`,
        ),
      ).join('\n')}
      alter policy reach_of_the_actor on pathways using (${engineReach(true)});
      alter policy department on stall_follow_ups
        using (${departments('jalon_referent')} and not sealed)
        with check (${departments('jalon_referent')} and not sealed
          and by_account = (select sec.account('jalon_referent'))
          and exists (select 1 from pathway_stalls s where s.id = stall_id and s.pathway_id = stall_follow_ups.pathway_id));

      alter table pathway_changes drop constraint pathway_changes_kind_check;
      alter table pathway_changes add constraint pathway_changes_kind_check
        check (kind in ('OPENED', 'CORRECTION', 'ASSIGNMENT', 'SEALED', 'UNSEALED', 'TRANSFER', 'REVEAL', 'BREAK_GLASS'));
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table pathway_changes drop constraint pathway_changes_kind_check;
      alter table pathway_changes add constraint pathway_changes_kind_check check (kind in ('OPENED', 'CORRECTION', 'ASSIGNMENT'));
      alter policy department on stall_follow_ups
        using (${departments('jalon_referent')})
        with check (${departments('jalon_referent')}
          and by_account = (select sec.account('jalon_referent'))
          and exists (select 1 from pathway_stalls s where s.id = stall_id and s.pathway_id = stall_follow_ups.pathway_id));
      alter policy reach_of_the_actor on pathways using (${engineReach(false)});
      ${ISOLATED.flatMap((table) =>
        reaches(table).map(([policy, , using]) => `alter policy ${policy} on ${table} using (${using});`),
      ).join('\n')}
      drop trigger pass_on_seal_rights on accounts;
      drop trigger carry_seal_rights_to_referent on pathways;
      drop function sec.pass_on_seal_rights();
      drop function sec.carry_seal_rights_to_referent();
      drop trigger carry_isolation_keys_to_derived_rows on pathways;
      create trigger carry_isolation_keys_to_derived_rows after update of department, organisation_id, referent_id on pathways
        for each row when ((old.department, old.organisation_id, old.referent_id) is distinct from (new.department, new.organisation_id, new.referent_id))
        execute function sec.carry_isolation_keys_to_derived_rows();
      drop trigger carry_isolation_keys_to_person on pathways;
      create trigger carry_isolation_keys_to_person after update of department, organisation_id, referent_id on pathways
        for each row when ((old.department, old.organisation_id, old.referent_id) is distinct from (new.department, new.organisation_id, new.referent_id))
        execute function sec.carry_isolation_keys_to_person();
      create or replace function sec.carry_isolation_keys_to_derived_rows() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        update pathway_steps s set department = new.department, organisation_id = new.organisation_id, referent_id = new.referent_id
        where s.pathway_id = new.id;
        update pathway_stalls s set department = new.department, organisation_id = new.organisation_id, referent_id = new.referent_id
        where s.pathway_id = new.id;
        update stall_follow_ups f set department = new.department where f.pathway_id = new.id;
        return null;
      end
      $$;
      create or replace function sec.carry_isolation_keys_to_person() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        update people p
        set department = new.department, organisation_id = new.organisation_id, referent_id = new.referent_id
        where p.id = new.person_id;
        return null;
      end
      $$;
      drop index people_organisation_id_foreigner_number_key;
      alter table people add constraint people_organisation_id_foreigner_number_key unique (organisation_id, foreigner_number);
      drop table seal_rights;
      drop function sec.sealed_people(text);
      drop function sec.sealed_files(text);
      alter table stall_follow_ups drop column sealed;
      ${ISOLATED.map((table) => `alter table ${table} drop column sealed;`).join('\n')}
      reset role;
    `);
  }
}
