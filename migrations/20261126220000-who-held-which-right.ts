import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of rights by account, of the rows that a statement gave or took. */
const TOLD = `
          select r.pathway_id, a.display_name || E'\\u00a0: ' || string_agg(
              case r.right_to when 'SEARCH' then 'trouver' when 'READ' then 'ouvrir' else 'localiser' end, ', '
              order by array_position(array['SEARCH', 'READ', 'LOCATE'], r.right_to)) as words
          from changed r join accounts a on a.id = r.account_id
          group by r.pathway_id, r.account_id, a.display_name`;

/**
 * Rights over a sealed file were rows that came and went: who could locate somebody on a given day was written nowhere.
 * Whatever gives one or takes one (a manager, an account that is closed, a transfer that is accepted) is now told by the
 * history of the file, to whoever may read who holds which right. The lifting of a seal ends them all: it says so itself.
 */
export class WhoHeldWhichRight20261126220000 implements MigrationInterface {
  name = 'WhoHeldWhichRight20261126220000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create function sec.tell_seal_rights() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        insert into pathway_changes (pathway_id, at, actor_id, kind, source, domain, field, before, after)
        select c.pathway_id, coalesce(sec.now(current_setting('role')), now()), sec.account(current_setting('role')),
          'SEALED', 'HAND', 'STRUCTURE', 'sealRights',
          case when tg_op = 'DELETE' then c.words end, case when tg_op = 'INSERT' then c.words end
        from (${TOLD}) c
        join pathways p on p.id = c.pathway_id
        where tg_op = 'INSERT' or p.sealed
        order by c.pathway_id, c.words;
        return null;
      end
      $$;
      revoke all on function sec.tell_seal_rights() from public;
      create trigger tell_seal_rights_given after insert on seal_rights referencing new table as changed
        for each statement execute function sec.tell_seal_rights();
      create trigger tell_seal_rights_taken after delete on seal_rights referencing old table as changed
        for each statement execute function sec.tell_seal_rights();
      create policy seal_rights_of_managers on pathway_changes as restrictive for select to jalon_caseworker
        using (field is distinct from 'sealRights');
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop policy seal_rights_of_managers on pathway_changes;
      drop trigger tell_seal_rights_taken on seal_rights;
      drop trigger tell_seal_rights_given on seal_rights;
      drop function sec.tell_seal_rights();
      delete from pathway_changes c where c.field = 'sealRights';
      reset role;
    `);
  }
}
