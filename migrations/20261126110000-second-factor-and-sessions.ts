import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a sign-in needs besides a password: a second factor (its secret encrypted by the server, which alone has the
 * key), recovery codes (hashed), and sessions that say whose they are, since when, and which sign-ins are still worth
 * something: `sign_in_epoch` moves when a password or a factor changes, or an account is disabled, and every session
 * opened before is over, whichever request was on its way.
 */
export class SecondFactorAndSessions20261126110000 implements MigrationInterface {
  name = 'SecondFactorAndSessions20261126110000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      alter table accounts
        add column is_demo boolean not null default false,
        add column sign_in_epoch int not null default 1;
      -- Only the demo ever wrote one, in clear.
      update accounts set is_demo = true where totp_secret is not null;
      alter table accounts drop column totp_secret;
      grant update (sign_in_epoch) on accounts to jalon_auth;

      create table second_factors (
        account_id uuid primary key references accounts (id) on delete cascade,
        -- AES-256-GCM: nonce, tag, text. Null while the first one is being enrolled.
        secret bytea,
        confirmed_at timestamptz,
        last_step bigint,
        pending bytea,
        check ((secret is null) = (confirmed_at is null))
      );
      create table recovery_codes (
        account_id uuid not null references second_factors (account_id) on delete cascade,
        code_hash bytea not null,
        used_at timestamptz,
        primary key (account_id, code_hash)
      );

      alter table second_factors enable row level security;
      alter table second_factors force row level security;
      create policy owner_all on second_factors to jalon_owner using (true) with check (true);
      create policy sign_in on second_factors to jalon_auth using (true);
      alter table recovery_codes enable row level security;
      alter table recovery_codes force row level security;
      create policy owner_all on recovery_codes to jalon_owner using (true) with check (true);
      create policy sign_in on recovery_codes to jalon_auth using (true);
      grant select, insert, update on second_factors to jalon_auth;
      grant select, insert, update, delete on recovery_codes to jalon_auth;

      -- Those that are open were opened without a second factor.
      delete from sessions;
      alter table sessions
        add column id uuid not null unique default gen_random_uuid(),
        add column account_id uuid references accounts (id) on delete cascade,
        add column epoch int,
        add column opened_at timestamptz,
        add column seen_at timestamptz,
        add column factor_at timestamptz,
        add column browser text;
      create index sessions_of_account on sessions (account_id);
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      delete from sessions;
      drop index sessions_of_account;
      alter table sessions drop column id, drop column account_id, drop column epoch, drop column opened_at, drop column seen_at,
        drop column factor_at, drop column browser;
      drop table recovery_codes, second_factors;
      alter table accounts add column totp_secret text;
      alter table accounts drop column sign_in_epoch, drop column is_demo;
    `);
  }
}
