import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A lost second factor is taken back with a reason, which was asked for and thrown away: the trail keeps codes and names of
 * fields, no sentence. It is kept beside what it justifies, written by whoever takes it back, in her own name, and never
 * changed.
 */
export class WhyASecondFactorWasTakenBack20261126160300 implements MigrationInterface {
  name = 'WhyASecondFactorWasTakenBack20261126160300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create table factor_resets (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references accounts (id) on delete cascade,
        by_account uuid not null references accounts (id) on delete restrict,
        reason text not null check (length(reason) between 1 and 300),
        at timestamptz not null
      );
      create index factor_resets_of_account on factor_resets (account_id, at desc);
      create index factor_resets_by_account on factor_resets (by_account);
      alter table factor_resets enable row level security;
      alter table factor_resets force row level security;
      create policy owner_all on factor_resets to jalon_owner using (true) with check (true);
      create policy in_ones_own_name on factor_resets for insert to jalon_admin
        with check (by_account = (select sec.account('jalon_admin')) and account_id <> by_account);
      create policy told_to_admin on factor_resets for select to jalon_admin
        using ((select sec.account('jalon_admin')) is not null);
      grant insert (account_id, by_account, reason, at) on factor_resets to jalon_admin;
      grant select on factor_resets to jalon_admin;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('set local role jalon_owner; drop table factor_resets; reset role;');
  }
}
