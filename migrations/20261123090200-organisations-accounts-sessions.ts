import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Structures and services, the accounts of their people, and their sessions. The session id is stored hashed. */
export class OrganisationsAccountsSessions20261123090200 implements MigrationInterface {
  name = 'OrganisationsAccountsSessions20261123090200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create table organisations (
        id uuid primary key,
        name text not null unique,
        kind text not null check (kind in ('ASSOCIATION', 'OFII', 'PREFECTURE', 'REGION', 'PLATFORM')),
        department text
      );

      create table accounts (
        id uuid primary key,
        email text not null unique check (email = lower(email)),
        password_hash text,
        role text not null check (role in ('ASSOCIATION_CASEWORKER', 'ASSOCIATION_MANAGER', 'OFII_AGENT', 'DEPARTMENT_REFERENT',
          'PREFECTURE_READER', 'REGIONAL_READER', 'AUDITOR', 'ADMIN')),
        organisation_id uuid not null references organisations (id) on delete restrict,
        departments text[] not null default '{}',
        display_name text not null,
        totp_secret text,
        disabled_at timestamptz,
        created_at timestamptz not null default now(),
        unique (id, organisation_id)
      );
      create index accounts_of_organisation on accounts (organisation_id);

      create table sessions (
        sid text primary key,
        sess json not null,
        expire timestamptz not null
      );
      create index sessions_by_end on sessions (expire);

      create table sign_in_limits (
        key text primary key,
        points integer not null default 0,
        expire bigint
      );

      grant select on organisations to jalon_auth, jalon_caseworker, jalon_manager, jalon_ofii, jalon_referent, jalon_report, jalon_admin, jalon_engine;
      grant select (id, display_name, role, organisation_id, disabled_at) on accounts
        to jalon_caseworker, jalon_manager, jalon_ofii, jalon_referent, jalon_admin;
      grant select on accounts to jalon_auth;
      grant update (password_hash) on accounts to jalon_auth;
      grant select, insert, update, delete on sessions, sign_in_limits to jalon_auth;

      alter table accounts enable row level security;
      alter table accounts force row level security;
      create policy owner_all on accounts to jalon_owner using (true) with check (true);
      create policy sign_in on accounts to jalon_auth using (true);
      create policy same_organisation on accounts for select to jalon_caseworker
        using (organisation_id = (select sec.organisation('jalon_caseworker')));
      create policy same_organisation_manager on accounts for select to jalon_manager
        using (organisation_id = (select sec.organisation('jalon_manager')));
      create policy professionals_ofii on accounts for select to jalon_ofii
        using ((select sec.account('jalon_ofii')) is not null);
      create policy professionals_referent on accounts for select to jalon_referent
        using ((select sec.account('jalon_referent')) is not null);
      create policy all_admin on accounts for select to jalon_admin
        using ((select sec.account('jalon_admin')) is not null);
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table sign_in_limits, sessions, accounts, organisations;');
  }
}
