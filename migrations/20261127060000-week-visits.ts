import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = ['jalon_caseworker', 'jalon_manager'] as const;

/** Until when somebody has seen what is new in the files that she follows: said by her, and hers alone. */
export class WeekVisits20261127060000 implements MigrationInterface {
  name = 'WeekVisits20261127060000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create table week_visits (
        account_id uuid primary key references accounts (id) on delete cascade,
        seen_at timestamptz not null
      );
      alter table week_visits enable row level security;
      alter table week_visits force row level security;
      create policy owner_all on week_visits to jalon_owner using (true) with check (true);
      ${ROLES.map(
        (role) => `
      create policy own_of_${role} on week_visits to ${role}
        using (account_id = (select sec.account('${role}'))) with check (account_id = (select sec.account('${role}')));`,
      ).join('')}
      grant select, insert (account_id, seen_at), update (seen_at) on week_visits to ${ROLES.join(', ')};
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop table week_visits;
      reset role;
    `);
  }
}
