import type { MigrationInterface, QueryRunner } from 'typeorm';

const ASKERS = ['jalon_caseworker', 'jalon_manager', 'jalon_ofii', 'jalon_referent'] as const;

/**
 * What was answered to a creation is kept for a day, to be given again; it is a file, its address included. Each account
 * swept its own only: of whoever had left, or did not come back, the answers stayed for ever. Whoever writes now sweeps
 * everybody's, out of her sight.
 */
export class AnswersKeptADay20261126183000 implements MigrationInterface {
  name = 'AnswersKeptADay20261126183000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create function sec.sweep_answers() returns void
      language sql security definer set search_path = pg_catalog, public, pg_temp
      as $$
        delete from idempotency_keys k using (
          select account_id, key from idempotency_keys
          where created_at < clock_timestamp() - interval '1 day'
          order by created_at limit 500 for update skip locked
        ) old
        where k.account_id = old.account_id and k.key = old.key
      $$;
      revoke all on function sec.sweep_answers() from public;
      grant execute on function sec.sweep_answers() to ${ASKERS.join(', ')};
      revoke delete on idempotency_keys from ${ASKERS.join(', ')};
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      grant delete on idempotency_keys to ${ASKERS.join(', ')};
      drop function sec.sweep_answers();
      reset role;
    `);
  }
}
