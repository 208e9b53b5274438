import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which files an account opened on a civil day, and how many it and its structure did: a counter, never a scan of the trail.
 * Kept a week. Who acts is read in the signed context; nobody reads or writes these rows but the function.
 */
export class DailyOpenings20261126100100 implements MigrationInterface {
  name = 'DailyOpenings20261126100100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create table daily_openings (
        day date not null,
        account_id uuid not null,
        organisation_id uuid not null,
        pathway_id uuid not null,
        primary key (account_id, day, pathway_id)
      );
      create index daily_openings_of_organisation on daily_openings (organisation_id, day, pathway_id);
      create table daily_opening_counts (
        day date not null,
        -- An account, or a structure.
        subject_id uuid not null,
        opened int not null,
        primary key (subject_id, day)
      );
      alter table daily_openings enable row level security;
      alter table daily_openings force row level security;
      create policy owner_all on daily_openings to jalon_owner using (true) with check (true);
      alter table daily_opening_counts enable row level security;
      alter table daily_opening_counts force row level security;
      create policy owner_all on daily_opening_counts to jalon_owner using (true) with check (true);

      -- How many files the account and its structure have opened on that day, this one included; is_new: it was the first time.
      create function sec.count_opening(on_day date, of_pathway uuid)
        returns table (by_account int, by_organisation int, new_to_account boolean, new_to_organisation boolean)
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare
        who uuid := sec.account(current_setting('role'));
        whose uuid := sec.organisation(current_setting('role'));
        known_to_structure boolean;
      begin
        if who is null or whose is null then raise exception 'Nobody acts: no opening' using errcode = 'insufficient_privilege'; end if;
        known_to_structure := exists (
          select 1 from daily_openings o where o.organisation_id = whose and o.day = on_day and o.pathway_id = of_pathway);
        insert into daily_openings (day, account_id, organisation_id, pathway_id) values (on_day, who, whose, of_pathway)
          on conflict do nothing;
        new_to_account := found;
        new_to_organisation := new_to_account and not known_to_structure;
        if new_to_account then
          insert into daily_opening_counts as c (day, subject_id, opened) values (on_day, who, 1)
            on conflict (subject_id, day) do update set opened = c.opened + 1;
        end if;
        if new_to_organisation then
          insert into daily_opening_counts as c (day, subject_id, opened) values (on_day, whose, 1)
            on conflict (subject_id, day) do update set opened = c.opened + 1;
        end if;
        select coalesce(max(c.opened) filter (where c.subject_id = who), 0),
          coalesce(max(c.opened) filter (where c.subject_id = whose), 0)
        into by_account, by_organisation
        from daily_opening_counts c where c.day = on_day and c.subject_id in (who, whose);
        -- Swept by the first opening of an account's day.
        if new_to_account and by_account = 1 then
          delete from daily_openings o where o.account_id = who and o.day < on_day - 7;
          delete from daily_opening_counts c where c.subject_id in (who, whose) and c.day < on_day - 7;
        end if;
        return next;
      end
      $$;
      revoke all on function sec.count_opening(date, uuid) from public;
      grant execute on function sec.count_opening(date, uuid) to jalon_caseworker, jalon_manager, jalon_ofii, jalon_referent;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop function sec.count_opening(date, uuid);
      drop table daily_opening_counts, daily_openings;
      reset role;
    `);
  }
}
