import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = ['jalon_caseworker', 'jalon_manager'] as const;

const ofTheStructure = (role: (typeof ROLES)[number]): string =>
  `organisation_id = (select sec.organisation('${role}'))
        and exists (select 1 from people pe where pe.id = one_id) and exists (select 1 from people pe where pe.id = other_id)`;

/**
 * Two people who look alike and whom somebody of the structure said to be two: nobody there is asked again. The pair has
 * no order. It is read where both of them are, so that it tells of nobody out of reach.
 */
export class PeopleToldApart20261127090000 implements MigrationInterface {
  name = 'PeopleToldApart20261127090000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create table people_told_apart (
        organisation_id uuid not null references organisations (id) on delete cascade,
        one_id uuid not null references people (id) on delete cascade,
        other_id uuid not null references people (id) on delete cascade,
        told_by uuid not null references accounts (id) on delete restrict,
        told_at timestamptz not null,
        primary key (organisation_id, one_id, other_id),
        check (one_id < other_id)
      );
      create index people_told_apart_one on people_told_apart (one_id);
      create index people_told_apart_other on people_told_apart (other_id);
      create index people_told_apart_by on people_told_apart (told_by);
      alter table people_told_apart enable row level security;
      alter table people_told_apart force row level security;
      create policy owner_all on people_told_apart to jalon_owner using (true) with check (true);
      ${ROLES.map(
        (role) => `
      create policy of_the_structure_${role} on people_told_apart to ${role} using (${ofTheStructure(role)})
        with check (told_by = (select sec.account('${role}')) and ${ofTheStructure(role)});`,
      ).join('')}
      grant select, insert (organisation_id, one_id, other_id, told_by, told_at) on people_told_apart to ${ROLES.join(', ')};
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop table people_told_apart;
      reset role;
    `);
  }
}
