import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Foreign keys and unique indexes see every row, whatever the policies hide: what they refuse, and what they accept, told
 * of rows out of sight.
 *
 * - A file could be opened on a person out of reach, who was then taken from whoever follows her; her unique key told
 *   that she exists. A file is opened on a person in reach.
 * - An event or an import could be signed by another account, and its foreign key told that the account exists. Each is
 *   signed by whoever acts.
 * - A number could be tried to learn that it was given. Whatever is asked, a file takes the next one: only the year,
 *   before the rank, is the caller's. The owner, who loads data, numbers them as they come.
 *
 * Policies are restrictive: they take away from what the others give, and each stands alone. Whoever owns the tables and loads
 * data belongs to every role, where it is no superuser: what it loads was signed by those who did it.
 */
export class KeysThatTellNothing20261126140000 implements MigrationInterface {
  name = 'KeysThatTellNothing20261126140000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create policy on_a_person_in_reach on pathways as restrictive for insert to jalon_caseworker, jalon_manager, jalon_ofii
        with check (pg_has_role(current_user, 'jalon_owner', 'member') or exists (select 1 from people pe where pe.id = person_id));
      create policy in_ones_own_name on pathway_events as restrictive for insert to jalon_engine
        with check (pg_has_role(current_user, 'jalon_owner', 'member') or actor_id = (select sec.account('jalon_engine')));
      create policy in_ones_own_name on imports as restrictive for insert to jalon_ofii
        with check (pg_has_role(current_user, 'jalon_owner', 'member') or created_by = (select sec.account('jalon_ofii')));

      create function sec.give_next_number() returns trigger
      language plpgsql set search_path = pg_catalog, public, pg_temp
      as $$
      declare
        rank text;
      begin
        if pg_has_role(current_user, 'jalon_owner', 'member') then return new; end if;
        rank := nextval('public.pathway_numbers')::text;
        new.number := coalesce(substring(new.number from '^J[0-9]{2}-'), '') || lpad(rank, greatest(6, length(rank)), '0');
        return new;
      end
      $$;
      revoke all on function sec.give_next_number() from public;
      create trigger give_next_number before insert on pathways for each row execute function sec.give_next_number();
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger give_next_number on pathways;
      drop function sec.give_next_number();
      drop policy in_ones_own_name on imports;
      drop policy in_ones_own_name on pathway_events;
      drop policy on_a_person_in_reach on pathways;
    `);
  }
}
