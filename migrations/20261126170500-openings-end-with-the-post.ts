import type { MigrationInterface, QueryRunner } from 'typeorm';

const lentFiles = (transfers: string, openings: string): string => `
  create or replace function sec.lent_files(for_database_role text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select coalesce(array_agg(distinct lent.id), '{}') from (
      select t.pathway_id as id from transfers t join pathways p on p.id = t.pathway_id
      where t.state = 'ACCEPTED' and not p.sealed and t.from_organisation = sec.organisation(for_database_role)
        and t.reads_until >= sec.today(for_database_role)${transfers}
        and (sec.role_of(for_database_role) = 'ASSOCIATION_MANAGER' or t.former_referent = sec.account(for_database_role))
      union all
      select o.pathway_id from openings o join pathways p on p.id = o.pathway_id
      where not p.sealed and o.account_id = sec.account(for_database_role) and o.ends_at > sec.now(for_database_role)${openings}
    ) lent
  $$;`;

/**
 * An emergency is that of a post: whoever opened a file as a caseworker of one structure went on reading it from the next
 * one, for what was left of the thirty minutes. The opening keeps the structure and the role that it was made in, and is
 * read in these alone.
 *
 * A file that comes back is handed over no more: whoever followed it before it left, and no longer does, has nothing of it.
 */
export class OpeningsEndWithThePost20261126170500 implements MigrationInterface {
  name = 'OpeningsEndWithThePost20261126170500';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table openings add column organisation_id uuid references organisations (id) on delete restrict, add column role text;
      update openings o set organisation_id = a.organisation_id, role = a.role from accounts a where a.id = o.account_id;
      alter table openings alter column organisation_id set not null, alter column role set not null;

      -- Of the account, not of what the statement says: an opening is made in the post that one has.
      create function sec.keep_post_of_opening() returns trigger
      language plpgsql set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        select a.organisation_id, a.role into new.organisation_id, new.role from accounts a where a.id = new.account_id;
        return new;
      end
      $$;
      revoke all on function sec.keep_post_of_opening() from public;
      create trigger keep_post_of_opening before insert on openings
        for each row execute function sec.keep_post_of_opening();
      ${lentFiles(
        `
        and p.organisation_id is distinct from t.from_organisation`,
        `
        and o.organisation_id = sec.organisation(for_database_role) and o.role = sec.role_of(for_database_role)`,
      )}
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      ${lentFiles('', '')}
      drop trigger keep_post_of_opening on openings;
      drop function sec.keep_post_of_opening();
      alter table openings drop column organisation_id, drop column role;
      reset role;
    `);
  }
}
