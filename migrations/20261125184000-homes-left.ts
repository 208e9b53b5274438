import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'STEP', 'ATTENDANCE', 'TEST', 'CONTACT', 'EXTENSION', 'CONTRACT', 'HANDOVER', 'SILENCE', 'PAUSE', 'CLOSURE', 'RETRACTION'`;

/** A home may be left: one more kind of event (decision 7). */
export class HomesLeft20261125184000 implements MigrationInterface {
  name = 'HomesLeft20261125184000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await this.allow(queryRunner, `${KINDS}, 'HOME_LEFT'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await this.allow(queryRunner, KINDS);
  }

  private async allow(queryRunner: QueryRunner, kinds: string): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table pathway_events drop constraint pathway_events_kind_check;
      alter table pathway_events add constraint pathway_events_kind_check check (kind in (${kinds}));
      reset role;
    `);
  }
}
