import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'STEP', 'ATTENDANCE', 'TEST', 'CONTACT', 'EXTENSION', 'CONTRACT', 'HANDOVER', 'SILENCE', 'PAUSE', 'CLOSURE', 'RETRACTION', 'HOME_LEFT'`;

/** A residence document is delivered on a day: one more kind of event (decision 11). */
export class ResidenceDocuments20261125194000 implements MigrationInterface {
  name = 'ResidenceDocuments20261125194000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await this.allow(queryRunner, `${KINDS}, 'RESIDENCE_DOCUMENT'`);
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
