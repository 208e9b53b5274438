import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Thresholds that are proposals are settings: what is published changes those it names from its day, and is never edited. And what the
 * derived rows were computed by: rules, thresholds, rule set of the unsigned files. When these change, the program
 * computes the rows again, through the engine's role and with a context that only the program signs (`RULES`): it
 * reaches every file, and no person.
 */
export class DatedThresholds20261125180000 implements MigrationInterface {
  name = 'DatedThresholds20261125180000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create table threshold_sets (
        number int generated always as identity primary key,
        effective_on date not null,
        rules jsonb not null,
        -- Null: this publication leaves them.
        silence_days jsonb,
        reason text not null check (length(reason) between 3 and 500),
        -- Never given: it is who acts.
        published_by uuid not null default sec.account('jalon_admin') references accounts (id) on delete restrict,
        published_at timestamptz not null default clock_timestamp()
      );
      grant select on threshold_sets to jalon_caseworker, jalon_manager, jalon_ofii, jalon_referent, jalon_report, jalon_auditor,
        jalon_admin, jalon_engine;
      grant insert (effective_on, rules, silence_days, reason) on threshold_sets to jalon_admin;

      create table derived_rows_state (
        id int primary key default 1 check (id = 1),
        rules text not null,
        thresholds int not null,
        unsigned_under text not null,
        computed_at timestamptz not null default clock_timestamp()
      );
      insert into derived_rows_state (rules, thresholds, unsigned_under) values ('', 0, '');
      grant select on derived_rows_state to jalon_admin, jalon_engine;
      grant update on derived_rows_state to jalon_engine;

      alter policy reach_of_the_actor on pathways
        using (
          case (select sec.role_of('jalon_engine'))
            when 'ASSOCIATION_CASEWORKER' then referent_id = (select sec.account('jalon_engine'))
            when 'ASSOCIATION_MANAGER' then organisation_id = (select sec.organisation('jalon_engine'))
              or (organisation_id is null and department = any ((select sec.departments('jalon_engine'))::text[]))
            when 'OFII_AGENT' then department = any ((select sec.departments('jalon_engine'))::text[])
            when 'DEPARTMENT_REFERENT' then department = any ((select sec.departments('jalon_engine'))::text[])
            when 'RULES' then true
            else false
          end
        );
      grant select (protection, cir_signed_on, closed_on) on pathways to jalon_engine;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      revoke select (protection, cir_signed_on, closed_on) on pathways from jalon_engine;
      alter policy reach_of_the_actor on pathways
        using (
          case (select sec.role_of('jalon_engine'))
            when 'ASSOCIATION_CASEWORKER' then referent_id = (select sec.account('jalon_engine'))
            when 'ASSOCIATION_MANAGER' then organisation_id = (select sec.organisation('jalon_engine'))
              or (organisation_id is null and department = any ((select sec.departments('jalon_engine'))::text[]))
            when 'OFII_AGENT' then department = any ((select sec.departments('jalon_engine'))::text[])
            when 'DEPARTMENT_REFERENT' then department = any ((select sec.departments('jalon_engine'))::text[])
            else false
          end
        );
      drop table derived_rows_state, threshold_sets;
    `);
  }
}
