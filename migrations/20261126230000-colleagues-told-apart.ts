import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A manager chooses among colleagues of the same name: their address at work, in her structure, tells them apart. */
export class ColleaguesToldApart20261126230000 implements MigrationInterface {
  name = 'ColleaguesToldApart20261126230000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'set local role jalon_owner; grant select (email) on accounts to jalon_manager; reset role;',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'set local role jalon_owner; revoke select (email) on accounts from jalon_manager; reset role;',
    );
  }
}
