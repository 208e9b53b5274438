import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A correction kept what it replaced as words for the history, written by the list in French and by hand in codes:
 * « the file as known on a day » could not be rebuilt from them. The value itself is kept beside its words. Former
 * corrections made by hand are read back where their words say all; others stay empty, and such a field is then said
 * to be shown as it is today.
 */
export class FormerValues20261125190000 implements MigrationInterface {
  name = 'FormerValues20261125190000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table pathway_changes add column was jsonb;
      do $$
      declare touched bigint; left_over bigint;
      begin
        update pathway_changes c
        set was = case
          when c.field in ('facts.isParent', 'facts.optionalSignatory') then to_jsonb(c.before = 'true')
          when c.field = 'facts.extensionMonths' then to_jsonb(c.before::int)
          when c.field = 'person.birth' then jsonb_build_object('value', c.before, 'precision',
            case length(c.before) when 4 then 'YEAR' when 7 then 'MONTH' else 'DAY' end)
          else to_jsonb(c.before)
        end
        where c.kind = 'CORRECTION' and c.source = 'HAND' and c.before is not null
          and c.field ~ '^(facts|person)[.]' and c.field not in ('person.address', 'person.languages');
        get diagnostics touched = row_count;
        select count(*) into left_over from pathway_changes c
        where c.kind = 'CORRECTION' and c.before is not null and c.was is null and c.field ~ '^(facts|person)[.]';
        raise notice 'former values read back: %, left as words: %', touched, left_over;
      end $$;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table pathway_changes drop column was;
      reset role;
    `);
  }
}
