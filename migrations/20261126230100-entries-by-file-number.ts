import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The auditor is told a file by its number, which the trail does not hold. What answers is the entries alone: a number that
 * was never given and one that nobody has touched since are both none.
 */
export class EntriesByFileNumber20261126230100 implements MigrationInterface {
  name = 'EntriesByFileNumber20261126230100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create function sec.audit_of_number(of_number text) returns table (bucket int, seq bigint)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select f.bucket, f.seq
        from sec.audit_of_pathway(
          coalesce((select p.id from pathways p where p.number = of_number), '00000000-0000-0000-0000-000000000000')) f
        where sec.account('jalon_auditor') is not null and current_setting('role') = 'jalon_auditor'
      $$;
      revoke all on function sec.audit_of_number(text) from public;
      grant execute on function sec.audit_of_number(text) to jalon_auditor;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('set local role jalon_owner; drop function sec.audit_of_number(text); reset role;');
  }
}
