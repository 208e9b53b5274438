import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One database role per way of reaching files, so that each has one policy per table and no policy needs an OR between
 * roles (an OR costs the index). None of them can sign in: the server signs in as jalon_server, which has no right of
 * its own, and takes one of them for the length of a transaction. Roles belong to the whole cluster, so they are made
 * only where missing; `docker/postgres/roles.sql` makes them beforehand where the migrating role may not create roles.
 */
export class DatabaseRoles20261123090000 implements MigrationInterface {
  name = 'DatabaseRoles20261123090000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      grant usage on schema public to jalon_owner, jalon_server, jalon_auth, jalon_caseworker, jalon_manager, jalon_ofii,
        jalon_referent, jalon_report, jalon_auditor, jalon_admin, jalon_engine;
      revoke create on schema public from public;
      grant create on schema public to jalon_owner;
      create schema sec authorization jalon_owner;
      grant usage on schema sec to jalon_auth, jalon_caseworker, jalon_manager, jalon_ofii, jalon_referent, jalon_report,
        jalon_auditor, jalon_admin, jalon_engine;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop schema sec;
      revoke all on schema public from jalon_owner, jalon_server, jalon_auth, jalon_caseworker, jalon_manager, jalon_ofii,
        jalon_referent, jalon_report, jalon_auditor, jalon_admin, jalon_engine;
    `);
  }
}
