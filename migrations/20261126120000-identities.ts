import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who signs in through an identity provider. An account is found by what the provider says of a person that nobody else
 * can take (issuer and subject), never by an address, which is given again to a successor. A structure is known by its
 * SIRET. A pending sign-in and an invitation are kept hashed, like a session: a row opens nothing.
 */
export class Identities20261126120000 implements MigrationInterface {
  name = 'Identities20261126120000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create function is_siret(siret text) returns boolean
      language sql immutable strict set search_path = pg_catalog, pg_temp
      as $$
        select case when siret ~ '^[0-9]{14}$' then (
          select sum(case when rank % 2 = 0 then digit when digit > 4 then 2 * digit - 9 else 2 * digit end) % 10 = 0
            or (siret like '356000000%' and sum(digit) % 5 = 0)
          from (select rank, substr(siret, rank, 1)::int as digit from generate_series(1, 14) rank) digits
        ) else false end
      $$;

      alter table organisations add column siret text check (is_siret(siret));

      create table account_identities (
        id uuid primary key,
        account_id uuid not null references accounts (id) on delete cascade,
        issuer text not null check (length(issuer) <= 500),
        subject text not null check (length(subject) between 1 and 255),
        linked_by text not null check (linked_by in ('SELF', 'INVITATION')),
        linked_at timestamptz not null,
        unique (issuer, subject)
      );
      create index account_identities_of_account on account_identities (account_id);

      create table identity_invitations (
        token_hash text primary key,
        account_id uuid not null references accounts (id) on delete cascade,
        invited_by uuid not null references accounts (id) on delete restrict,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index identity_invitations_of_account on identity_invitations (account_id);
      create index identity_invitations_by_sender on identity_invitations (invited_by);

      create table identity_flows (
        id text primary key,
        purpose text not null check (purpose in ('SIGN_IN', 'LINK', 'INVITATION')),
        account_id uuid references accounts (id) on delete cascade,
        invitation text references identity_invitations (token_hash) on delete cascade,
        expires_at timestamptz not null,
        check ((purpose = 'LINK') = (account_id is not null)),
        check ((purpose = 'INVITATION') = (invitation is not null))
      );
      create index identity_flows_by_end on identity_flows (expires_at);
      create index identity_flows_of_account on identity_flows (account_id);
      create index identity_flows_of_invitation on identity_flows (invitation);

      grant select, insert, delete on account_identities, identity_flows to jalon_auth;
      grant select, update (used_at) on identity_invitations to jalon_auth;
      grant insert (token_hash, account_id, invited_by, expires_at) on identity_invitations to jalon_admin;

      alter table account_identities enable row level security;
      alter table account_identities force row level security;
      create policy owner_all on account_identities to jalon_owner using (true) with check (true);
      create policy sign_in on account_identities to jalon_auth using (true);

      alter table identity_invitations enable row level security;
      alter table identity_invitations force row level security;
      create policy owner_all on identity_invitations to jalon_owner using (true) with check (true);
      create policy sign_in on identity_invitations to jalon_auth using (true);
      create policy invited_by_admin on identity_invitations for insert to jalon_admin
        with check (invited_by = (select sec.account('jalon_admin')));
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop table identity_flows, identity_invitations, account_identities;
      alter table organisations drop column siret;
      drop function is_siret(text);
    `);
  }
}
