import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ranges of the silences of a stall melt into one another where they touch: they say whether a day is hidden, not
 * how many times a stall was put off. The day each silence began is kept too, and the day of the third, from which the
 * referent is shown it. Few stalls have one: an index of these alone finds them in a department, a structure or a
 * caseload, whatever the nation holds.
 */
export class DaysOfSilences20261125190100 implements MigrationInterface {
  name = 'DaysOfSilences20261125190100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table pathway_stalls
        add column silenced_on date[] not null default '{}',
        add column third_silence_on date generated always as (silenced_on[3]) stored;

      -- As the domain says it (voidedIds): a retraction that is retracted gives back; a correction that is corrected in
      -- turn still replaces.
      create function sec.event_stands(event uuid, of_pathway uuid, even_replaced boolean) returns boolean
      language plpgsql stable set search_path = pg_catalog, public
      as $$
      begin
        return not exists (
          select 1 from pathway_events v
          where v.pathway_id = of_pathway and v.id <> event
            and (v.body ->> 'retracts' = event::text or (not even_replaced and v.body ->> 'corrects' = event::text))
            and sec.event_stands(v.id, of_pathway, v.kind <> 'RETRACTION'));
      end $$;
      do $$
      declare touched bigint; left_over bigint;
      begin
        update pathway_stalls s
        set silenced_on = c.days
        from (
          select e.pathway_id, e.body ->> 'silence' as rule, array_agg(e.occurred_on order by e.occurred_on) as days
          from pathway_events e
          where e.kind = 'SILENCE' and sec.event_stands(e.id, e.pathway_id, false)
          group by e.pathway_id, e.body ->> 'silence'
        ) c
        where c.pathway_id = s.pathway_id and c.rule = s.rule;
        get diagnostics touched = row_count;
        select count(*) into left_over from pathway_stalls s where s.silences <> '{}' and s.silenced_on = '{}';
        raise notice 'stalls given the days of their silences: %, left without: %', touched, left_over;
      end $$;
      drop function sec.event_stands(uuid, uuid, boolean);

      create index stalls_put_off_of_department on pathway_stalls (department, severity, since_on, id) where third_silence_on is not null;
      create index stalls_put_off_of_organisation on pathway_stalls (organisation_id, severity, since_on, id) where third_silence_on is not null;
      create index stalls_put_off_of_referent on pathway_stalls (referent_id, severity, since_on, id) where third_silence_on is not null;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      alter table pathway_stalls drop column third_silence_on, drop column silenced_on;
      reset role;
    `);
  }
}
