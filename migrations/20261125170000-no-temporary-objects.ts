import type { MigrationInterface, QueryRunner } from 'typeorm';

const TRUSTED = [
  'sec.claim(text, int)',
  'sec.role_of(text)',
  'sec.account(text)',
  'sec.organisation(text)',
  'sec.departments(text)',
  'sec.carry_isolation_keys_to_person()',
  'sec.carry_isolation_keys_to_derived_rows()',
  'sec.next_event_seqs(int)',
  'sec.refuse_rewriting()',
];

/**
 * The application creates nothing (decision 15), not even a temporary table: one named like ours came first in the search
 * path of the functions that run as the owner, and took its place. They now look there last. An answer kept for a key
 * is given back byte for byte, so it is kept as text, not as jsonb.
 */
export class NoTemporaryObjects20261125170000 implements MigrationInterface {
  name = 'NoTemporaryObjects20261125170000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const name of TRUSTED)
      await queryRunner.query(`alter function ${name} set search_path = pg_catalog, public, pg_temp`);
    await queryRunner.query(`
      do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$;
      alter table idempotency_keys alter column response type text using response::text;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table idempotency_keys alter column response type jsonb using response::jsonb;
      do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$;
    `);
    for (const name of TRUSTED) await queryRunner.query(`alter function ${name} set search_path = pg_catalog, public`);
  }
}
