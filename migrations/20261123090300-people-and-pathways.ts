import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The person and her pathway. Both carry what decides who reaches them: department of residence, responsible structure,
 * referent. The foreigner number is unique within a structure only (decision 20): a unique index across structures would
 * tell an association that a person is known elsewhere.
 */
export class PeopleAndPathways20261123090300 implements MigrationInterface {
  name = 'PeopleAndPathways20261123090300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create table people (
        id uuid primary key,
        department text not null,
        organisation_id uuid references organisations (id) on delete restrict,
        referent_id uuid,
        foreigner_number text check (foreigner_number ~ '^[0-9]{10}$'),
        ofii_number text,
        birth_name text,
        usage_name text,
        first_names text,
        birth_value text,
        birth_precision text not null check (birth_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
        sex text not null check (sex in ('F', 'M', 'X')),
        nationality text,
        languages text[] not null default '{}',
        phone text,
        email text,
        address_line text,
        postcode text,
        commune text,
        name_sort text not null,
        search_text text not null,
        created_at timestamptz not null default now(),
        check (coalesce(birth_name, usage_name, first_names) is not null),
        check ((birth_precision = 'UNKNOWN') = (birth_value is null)),
        foreign key (referent_id, organisation_id) references accounts (id, organisation_id) on delete restrict,
        unique (organisation_id, foreigner_number)
      );
      create index people_by_foreigner_number on people (foreigner_number) where foreigner_number is not null;
      create index people_by_name on people (name_sort, id);
      create index people_of_referent_by_name on people (referent_id, name_sort, id) where referent_id is not null;
      create index people_of_organisation_by_name on people (organisation_id, name_sort, id);
      create index people_search on people using gin (search_text gin_trgm_ops);

      create sequence pathway_numbers;

      create table pathways (
        id uuid primary key,
        number text not null unique,
        person_id uuid not null unique references people (id) on delete restrict,
        department text not null,
        organisation_id uuid references organisations (id) on delete restrict,
        referent_id uuid,
        facts jsonb not null,
        corrected_by_hand text[] not null default '{}',
        protection text generated always as (case when facts ->> 'protectionGrantedOn' is null then 'NON_BPI' else 'BPI' end) stored,
        opened_on date,
        cir_signed_on date,
        contract_rule_set text,
        contract_state text not null,
        cir_ends_on date,
        closed_on date,
        paused datemultirange not null default '{}',
        last_contact_on date,
        next_due_on date,
        next_due_on_for_ofii date,
        version int not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check (referent_id is null or organisation_id is not null),
        foreign key (referent_id, organisation_id) references accounts (id, organisation_id) on delete restrict
      );
      create index pathways_of_referent on pathways (referent_id, next_due_on, id);
      create index pathways_of_organisation on pathways (organisation_id, next_due_on, id);
      create index pathways_unassigned on pathways (department, id) where organisation_id is null;
      create index pathways_without_referent on pathways (organisation_id, id) where referent_id is null;
      create index pathways_of_department on pathways (department, next_due_on, id);
      create index pathways_by_next_due on pathways (next_due_on, id);
      create index pathways_by_next_due_for_ofii on pathways (next_due_on_for_ofii, id);
      create index pathways_by_signature on pathways (cir_signed_on, id);
      create index pathways_by_contact on pathways (last_contact_on, id);

      -- The isolation keys of a person are those of her pathway: one writer, so that they can never differ.
      create function sec.carry_isolation_keys_to_person() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public
      as $$
      begin
        update people p
        set department = new.department, organisation_id = new.organisation_id, referent_id = new.referent_id
        where p.id = new.person_id;
        return null;
      end
      $$;
      revoke all on function sec.carry_isolation_keys_to_person() from public;
      create trigger carry_isolation_keys_to_person after update of department, organisation_id, referent_id on pathways
        for each row when ((old.department, old.organisation_id, old.referent_id) is distinct from (new.department, new.organisation_id, new.referent_id))
        execute function sec.carry_isolation_keys_to_person();

      alter table people enable row level security;
      alter table people force row level security;
      create policy owner_all on people to jalon_owner using (true) with check (true);
      create policy own_caseload on people to jalon_caseworker
        using (referent_id = (select sec.account('jalon_caseworker')))
        with check (referent_id = (select sec.account('jalon_caseworker')) and organisation_id = (select sec.organisation('jalon_caseworker')));
      create policy own_structure on people to jalon_manager
        using (organisation_id = (select sec.organisation('jalon_manager')))
        with check (organisation_id = (select sec.organisation('jalon_manager')));
      create policy nobody_yet on people for select to jalon_manager
        using (organisation_id is null and department = any ((select sec.departments('jalon_manager'))::text[]));
      create policy territory on people to jalon_ofii
        using (department = any ((select sec.departments('jalon_ofii'))::text[]))
        with check (department = any ((select sec.departments('jalon_ofii'))::text[]));

      alter table pathways enable row level security;
      alter table pathways force row level security;
      create policy owner_all on pathways to jalon_owner using (true) with check (true);
      create policy own_caseload on pathways to jalon_caseworker
        using (referent_id = (select sec.account('jalon_caseworker')))
        with check (referent_id = (select sec.account('jalon_caseworker')) and organisation_id = (select sec.organisation('jalon_caseworker')));
      create policy own_structure on pathways to jalon_manager
        using (organisation_id = (select sec.organisation('jalon_manager')))
        with check (organisation_id = (select sec.organisation('jalon_manager')));
      create policy nobody_yet on pathways to jalon_manager
        using (organisation_id is null and department = any ((select sec.departments('jalon_manager'))::text[]))
        with check (organisation_id = (select sec.organisation('jalon_manager')));
      create policy territory on pathways to jalon_ofii
        using (department = any ((select sec.departments('jalon_ofii'))::text[]))
        with check (department = any ((select sec.departments('jalon_ofii'))::text[]));
      create policy department on pathways for select to jalon_referent
        using (department = any ((select sec.departments('jalon_referent'))::text[]));
      create policy department_report on pathways for select to jalon_report
        using (department = any ((select sec.departments('jalon_report'))::text[]));
      create policy reach_of_the_actor on pathways to jalon_engine
        using (
          case (select sec.role_of('jalon_engine'))
            when 'ASSOCIATION_CASEWORKER' then referent_id = (select sec.account('jalon_engine'))
            when 'ASSOCIATION_MANAGER' then organisation_id = (select sec.organisation('jalon_engine'))
              or (organisation_id is null and department = any ((select sec.departments('jalon_engine'))::text[]))
            when 'OFII_AGENT' then department = any ((select sec.departments('jalon_engine'))::text[])
            when 'DEPARTMENT_REFERENT' then department = any ((select sec.departments('jalon_engine'))::text[])
            else false
          end
        );

      grant select, insert on people to jalon_caseworker, jalon_manager, jalon_ofii;
      grant update (foreigner_number, ofii_number, birth_name, usage_name, first_names, birth_value, birth_precision, sex, nationality,
        languages, phone, email, address_line, postcode, commune, name_sort, search_text) on people to jalon_caseworker, jalon_manager, jalon_ofii;
      grant select, insert on pathways to jalon_caseworker, jalon_manager, jalon_ofii;
      grant update (facts, corrected_by_hand, department, version, updated_at) on pathways to jalon_caseworker, jalon_manager, jalon_ofii;
      grant update (organisation_id, referent_id) on pathways to jalon_manager, jalon_ofii;
      -- The referent reads the file without the person: no grant on people, none on what links to her.
      grant select (id, number, department, organisation_id, referent_id, facts, protection, opened_on, cir_signed_on, contract_rule_set, contract_state,
        cir_ends_on, closed_on, paused, last_contact_on, next_due_on, version) on pathways to jalon_referent;
      grant select (id, department, organisation_id, protection, opened_on, cir_signed_on, contract_rule_set, contract_state, closed_on, paused)
        on pathways to jalon_report;
      grant select (id, department, organisation_id, referent_id, facts, version) on pathways to jalon_engine;
      grant update (opened_on, cir_signed_on, contract_rule_set, contract_state, cir_ends_on, closed_on, paused, last_contact_on, next_due_on,
        next_due_on_for_ofii, version, updated_at) on pathways to jalon_engine;
      grant usage on sequence pathway_numbers to jalon_caseworker, jalon_manager, jalon_ofii;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table pathways;
      drop function sec.carry_isolation_keys_to_person();
      drop sequence pathway_numbers;
      drop table people;
    `);
  }
}
