import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A correction is named by whoever restores what it replaced, and a restoration says why. Its number would tell how much is
 * written elsewhere between two of one's own: it is named by chance. What the structure types there is not the office's.
 */
export class RestoredValues20261127080000 implements MigrationInterface {
  name = 'RestoredValues20261127080000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table pathway_changes
        add column change_id uuid not null default gen_random_uuid(),
        add column reason text check (length(reason) <= 500);
      revoke select on pathway_changes from jalon_ofii;
      grant select (actor_id, after, at, before, domain, field, id, kind, pathway_id, source, was) on pathway_changes to jalon_ofii;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table pathway_changes drop column change_id, drop column reason;
      grant select on pathway_changes to jalon_ofii;
      reset role;
    `);
  }
}
