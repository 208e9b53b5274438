import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which files lists and searches named to an account on a civil day, and to its structure; how many, and whether the alert
 * was raised. Kept a week, like the openings. Who acts is read in the signed context; nobody reads or writes these rows but
 * the function.
 */
export class DailyNamings20261126190000 implements MigrationInterface {
  name = 'DailyNamings20261126190000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create table daily_namings (
        day date not null,
        -- An account, or a structure: what is named to two colleagues at once is counted once for theirs.
        subject_id uuid not null,
        pathway_id uuid not null,
        -- The day first: what is old is found in one place, whosever it is.
        primary key (day, subject_id, pathway_id)
      );
      create table daily_naming_counts (
        day date not null,
        subject_id uuid not null,
        named int not null,
        -- How many had been named when the alert was raised; null until then.
        alerted_with int,
        primary key (day, subject_id)
      );
      alter table daily_namings enable row level security;
      alter table daily_namings force row level security;
      create policy owner_all on daily_namings to jalon_owner using (true) with check (true);
      alter table daily_naming_counts enable row level security;
      alter table daily_naming_counts force row level security;
      create policy owner_all on daily_naming_counts to jalon_owner using (true) with check (true);

      -- One row for the account and one for its structure, of those to which the page names a file that was not yet named to
      -- them that day: how many have been, these included, and whether the alert was raised by a page before.
      create function sec.count_namings(on_day date, of_pathways uuid[], account_alert int, organisation_alert int)
        returns table (of_account boolean, named_today int, was_alerted boolean)
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare
        who uuid := sec.account(current_setting('role'));
        whose uuid := sec.organisation(current_setting('role'));
      begin
        if who is null or whose is null then raise exception 'Nobody acts: no naming' using errcode = 'insufficient_privilege'; end if;
        -- In one order, whoever counts: two pages asked at once wait for one another, and never each for the other.
        return query
          with added as (
            insert into daily_namings as n (day, subject_id, pathway_id)
            select on_day, s.id, f.id from unnest(array[who, whose]) as s(id) cross join unnest(of_pathways) as f(id)
            order by s.id, f.id
            on conflict do nothing
            returning n.subject_id
          ), gained as (
            select a.subject_id, count(*)::int as files from added a group by a.subject_id
          ), counted as (
            insert into daily_naming_counts as c (day, subject_id, named, alerted_with)
            select on_day, g.subject_id, g.files,
              case when g.files > case when g.subject_id = who then account_alert else organisation_alert end then g.files end
            from gained g order by g.subject_id
            on conflict (day, subject_id) do update set
              named = c.named + excluded.named,
              alerted_with = coalesce(c.alerted_with,
                case when c.named + excluded.named > case when c.subject_id = who then account_alert else organisation_alert end
                  then c.named + excluded.named end)
            returning c.subject_id, c.named, c.alerted_with
          )
          select c.subject_id = who, c.named, coalesce(c.alerted_with < c.named, false) from counted c;
        if not found then return; end if;
        -- Everybody's, for whoever has left does not come back to sweep her own; more than a page adds, so that none is left.
        delete from daily_namings n using (
          select o.day, o.subject_id, o.pathway_id from daily_namings o where o.day < on_day - 7
          limit 1000 for update skip locked
        ) old
        where n.day = old.day and n.subject_id = old.subject_id and n.pathway_id = old.pathway_id;
        delete from daily_naming_counts c using (
          select o.day, o.subject_id from daily_naming_counts o where o.day < on_day - 7
          limit 1000 for update skip locked
        ) old
        where c.day = old.day and c.subject_id = old.subject_id;
      end
      $$;
      revoke all on function sec.count_namings(date, uuid[], int, int) from public;
      grant execute on function sec.count_namings(date, uuid[], int, int) to jalon_caseworker, jalon_manager, jalon_ofii;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop function sec.count_namings(date, uuid[], int, int);
      drop table daily_naming_counts, daily_namings;
      reset role;
    `);
  }
}
