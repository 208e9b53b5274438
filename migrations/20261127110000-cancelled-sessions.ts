import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session that is not given stays, with those who expected it: they are to be told. */
export class CancelledSessions20261127110000 implements MigrationInterface {
  name = 'CancelledSessions20261127110000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table group_sessions add column cancelled boolean not null default false;
      grant update (cancelled) on group_sessions to jalon_caseworker, jalon_manager;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table group_sessions drop column cancelled;
      reset role;
    `);
  }
}
