import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever reads a list that can be filtered. */
const ROLES = ['jalon_caseworker', 'jalon_manager', 'jalon_ofii', 'jalon_referent'] as const;

/**
 * Filters and order of a list, under a name: one’s own, or shown to colleagues. It holds codes and identifiers of
 * structures and professionals, never of a person nor of a file; what it shows is asked again by whoever uses it.
 */
export class SavedViews20261127100000 implements MigrationInterface {
  name = 'SavedViews20261127100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create table saved_views (
        id uuid primary key,
        owner_id uuid not null references accounts (id) on delete cascade,
        organisation_id uuid not null references organisations (id) on delete cascade,
        list text not null check (list in ('pathways', 'stalls')),
        name text not null check (length(name) between 1 and 60),
        filter jsonb not null check (jsonb_typeof(filter) = 'object'),
        sort text[] check (cardinality(sort) = 2),
        is_shared boolean not null,
        version int not null default 1,
        constraint saved_views_one_name unique (owner_id, list, name)
      );
      create index saved_views_of_structure on saved_views (organisation_id, list) where is_shared;
      alter table saved_views enable row level security;
      alter table saved_views force row level security;
      create policy owner_all on saved_views to jalon_owner using (true) with check (true);
      ${ROLES.map(
        (role) => `
      create policy own_of_${role} on saved_views to ${role}
        using (owner_id = (select sec.account('${role}')))
        with check (owner_id = (select sec.account('${role}')) and organisation_id = (select sec.organisation('${role}')));
      create policy shared_with_${role} on saved_views for select to ${role}
        using (is_shared and organisation_id = (select sec.organisation('${role}')));`,
      ).join('')}
      grant select, delete on saved_views to ${ROLES.join(', ')};
      grant insert (id, owner_id, organisation_id, list, name, filter, sort, is_shared) on saved_views to ${ROLES.join(', ')};
      grant update (name, is_shared, version) on saved_views to ${ROLES.join(', ')};
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop table saved_views;
      reset role;
    `);
  }
}
