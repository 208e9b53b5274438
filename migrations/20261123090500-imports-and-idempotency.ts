import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Imports are staged: nothing becomes a person before the confirmation, and what was staged is emptied of identities
 * once it has served. Idempotency keys keep the answer given, for a day, to whoever asked.
 */
export class ImportsAndIdempotency20261123090500 implements MigrationInterface {
  name = 'ImportsAndIdempotency20261123090500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create table imports (
        id uuid primary key,
        organisation_id uuid not null references organisations (id) on delete restrict,
        created_by uuid not null references accounts (id) on delete restrict,
        file_name text not null,
        state text not null check (state in ('CHECKING', 'READY', 'CONFIRMING', 'DONE', 'FAILED')),
        progress int not null default 0,
        rows int not null default 0,
        to_create int not null default 0,
        to_update int not null default 0,
        unchanged int not null default 0,
        refused int not null default 0,
        repeated int not null default 0,
        unassigned int not null default 0,
        failure_code text,
        failure_message text,
        warnings jsonb not null default '[]',
        file bytea,
        alive_at timestamptz not null default clock_timestamp(),
        created_at timestamptz not null default clock_timestamp(),
        confirmed_at timestamptz
      );
      create index imports_of_organisation on imports (organisation_id, created_at desc, id);
      create index imports_at_work on imports (alive_at) where state in ('CHECKING', 'CONFIRMING');

      create table import_rows (
        import_id uuid not null references imports (id) on delete cascade,
        line int not null,
        outcome text not null check (outcome in ('CREATE', 'UPDATE', 'UNCHANGED', 'REFUSED', 'REPEATED')),
        display_name text,
        foreigner_number text,
        structure text,
        pathway_id uuid,
        parsed jsonb,
        errors jsonb not null default '[]',
        warnings jsonb not null default '[]',
        changes jsonb not null default '[]',
        conflicts jsonb not null default '[]',
        same_as_line int,
        primary key (import_id, line)
      );
      create index import_rows_by_outcome on import_rows (import_id, outcome, line);

      create table idempotency_keys (
        account_id uuid not null references accounts (id) on delete cascade,
        key uuid not null,
        operation text not null,
        body_hash text not null,
        status int,
        response jsonb,
        etag text,
        created_at timestamptz not null default clock_timestamp(),
        primary key (account_id, key)
      );
      create index idempotency_keys_by_age on idempotency_keys (created_at);

      alter table imports enable row level security;
      alter table imports force row level security;
      create policy owner_all on imports to jalon_owner using (true) with check (true);
      create policy own_office on imports to jalon_ofii
        using (organisation_id = (select sec.organisation('jalon_ofii')))
        with check (organisation_id = (select sec.organisation('jalon_ofii')));
      grant select, insert, update on imports to jalon_ofii;
      -- At start the program takes up again what a crash interrupted: it must know which, and whose.
      create policy at_work on imports for select to jalon_auth using (state in ('CHECKING', 'CONFIRMING'));
      grant select (id, created_by, state, alive_at) on imports to jalon_auth;

      alter table import_rows enable row level security;
      alter table import_rows force row level security;
      create policy owner_all on import_rows to jalon_owner using (true) with check (true);
      create policy own_office on import_rows to jalon_ofii
        using (exists (select 1 from imports i where i.id = import_id))
        with check (exists (select 1 from imports i where i.id = import_id));
      grant select, insert, update, delete on import_rows to jalon_ofii;

      alter table idempotency_keys enable row level security;
      alter table idempotency_keys force row level security;
      create policy owner_all on idempotency_keys to jalon_owner using (true) with check (true);
    `);
    for (const role of ['jalon_caseworker', 'jalon_manager', 'jalon_ofii', 'jalon_referent']) {
      await queryRunner.query(`
        create policy own_keys_${role} on idempotency_keys to ${role}
          using (account_id = (select sec.account('${role}')))
          with check (account_id = (select sec.account('${role}')));
        grant select, insert, update, delete on idempotency_keys to ${role};
      `);
    }
    await queryRunner.query('reset role');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table idempotency_keys, import_rows, imports;');
  }
}
