import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Structures are a directory, read by everybody who signs in, and have no row policy: the role of administrators wrote
 * them without saying who acted. The signed context is asked as it is for accounts. The owner, who migrates and invites the
 * first administrator, is not stopped.
 */
export class StructuresByASignedAdministrator20261126170700 implements MigrationInterface {
  name = 'StructuresByASignedAdministrator20261126170700';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create function sec.refuse_unsigned_structures() returns trigger
      language plpgsql set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        if current_user = 'jalon_admin' and sec.account('jalon_admin') is null then
          raise exception 'A structure is made and renamed by an administrator' using errcode = 'insufficient_privilege';
        end if;
        return null;
      end
      $$;
      revoke all on function sec.refuse_unsigned_structures() from public;
      create trigger refuse_unsigned_structures before insert or update or delete on organisations
        for each statement execute function sec.refuse_unsigned_structures();
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop trigger refuse_unsigned_structures on organisations;
      drop function sec.refuse_unsigned_structures();
      reset role;
    `);
  }
}
