import type { MigrationInterface, QueryRunner } from 'typeorm';

const OFII_DOMAINS = "('RECEPTION_RIGHTS', 'LANGUAGE', 'CIVIC', 'EMPLOYMENT')";
const REACHED = 'exists (select 1 from pathways p where p.id = pathway_id)';
const IN_TERRITORY = `department = any ((select sec.departments('jalon_ofii'))::text[]) and domain in ${OFII_DOMAINS}`;
const OF_ITS_DOMAINS = `${REACHED} and (domain is null or domain in ${OFII_DOMAINS})`;

/** A stall that a home clears tells the office of the home (`isOfiiStall`): neither its rows nor its silences are shown to it. */
export class StallsTellingOfAHome20261126090000 implements MigrationInterface {
  name = 'StallsTellingOfAHome20261126090000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await this.policies(
      queryRunner,
      `${IN_TERRITORY} and rule <> 'NO_OUTCOME_12M'`,
      `${OF_ITS_DOMAINS} and (body ->> 'silence') is distinct from 'NO_OUTCOME_12M'`,
    );
    // The referent is told neither the birth, nor the ground of a stay: her role does not read the facts, the engine does.
    await queryRunner.query('revoke select (facts) on pathways from jalon_referent');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('grant select (facts) on pathways to jalon_referent');
    await this.policies(queryRunner, IN_TERRITORY, OF_ITS_DOMAINS);
  }

  private async policies(queryRunner: QueryRunner, stalls: string, events: string): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop policy territory on pathway_stalls;
      create policy territory on pathway_stalls for select to jalon_ofii using (${stalls});
      drop policy of_reached_pathways_ofii on pathway_events;
      create policy of_reached_pathways_ofii on pathway_events for select to jalon_ofii using (${events});
      reset role;
    `);
  }
}
