import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An emergency opening is read by those whom it concerns: whoever follows the file, its managers, the auditor. What they
 * read was written when it was opened (who, of which structure, which number): none of them reaches the account of
 * another structure, nor the auditor any file.
 *
 * A file is opened by its identifier or by its number, which is what the person has at hand when she calls. The thirty
 * minutes are here, not a parameter: nothing that the application says makes them longer.
 */
export class ListedOpenings20261126143000 implements MigrationInterface {
  name = 'ListedOpenings20261126143000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      alter table openings add column number text, add column opened_by text;
      update openings o
      set number = p.number, opened_by = a.display_name || ', ' || g.name
      from pathways p, accounts a join organisations g on g.id = a.organisation_id
      where p.id = o.pathway_id and a.id = o.account_id;
      alter table openings alter column number set not null, alter column opened_by set not null;
      create index openings_by_time on openings (opened_at desc, id);

      drop function sec.break_glass(text, uuid, text, int);
      -- A colleague’s file, or for a manager one of another structure of her departments; never a sealed one. Null tells
      -- nothing of why.
      create function sec.break_glass(for_database_role text, pathway uuid, numbered text, why text) returns uuid
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare
        acts text := sec.role_of(for_database_role);
        who uuid := sec.account(for_database_role);
        ours uuid := sec.organisation(for_database_role);
        since timestamptz := sec.now(for_database_role);
        file pathways;
        made uuid;
      begin
        if acts is null then return null; end if;
        select p.* into file from pathways p
        where (p.id = pathway or p.number = numbered) and not p.sealed
          and ((acts = 'ASSOCIATION_CASEWORKER' and p.organisation_id = ours and p.referent_id is distinct from who)
            or (acts = 'ASSOCIATION_MANAGER' and p.organisation_id <> ours and p.department = any (sec.departments(for_database_role))));
        if file.id is null then return null; end if;
        insert into openings (pathway_id, account_id, reason, opened_at, ends_at, number, opened_by)
        select file.id, a.id, why, since, since + interval '30 minutes', file.number, a.display_name || ', ' || o.name
        from accounts a join organisations o on o.id = a.organisation_id where a.id = who
        returning id into made;
        insert into pathway_changes (pathway_id, actor_id, kind, source, domain, before, after, at)
        select file.id, who, 'BREAK_GLASS', 'HAND', 'STRUCTURE', o.opened_by, why, since from openings o where o.id = made;
        return made;
      end
      $$;
      revoke all on function sec.break_glass(text, uuid, text, text) from public;
      grant execute on function sec.break_glass(text, uuid, text, text) to jalon_caseworker, jalon_manager;

      drop policy own_openings on openings;
      create policy own_openings on openings for select to jalon_caseworker
        using (account_id = (select sec.account('jalon_caseworker'))
          or exists (select 1 from pathways p where p.id = pathway_id and p.referent_id = (select sec.account('jalon_caseworker'))));
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop policy own_openings on openings;
      create policy own_openings on openings for select to jalon_caseworker using (account_id = (select sec.account('jalon_caseworker')));
      drop function sec.break_glass(text, uuid, text, text);
      create function sec.break_glass(for_database_role text, pathway uuid, why text, minutes int) returns boolean
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare acts text := sec.role_of(for_database_role);
      begin
        if acts is null or not exists (
          select 1 from pathways p
          where p.id = pathway and not p.sealed and p.organisation_id is not null
            and ((acts = 'ASSOCIATION_CASEWORKER' and p.organisation_id = sec.organisation(for_database_role))
              or (acts = 'ASSOCIATION_MANAGER' and p.department = any (sec.departments(for_database_role))))
        ) then return false; end if;
        insert into openings (pathway_id, account_id, reason, opened_at, ends_at)
        values (pathway, sec.account(for_database_role), why, sec.now(for_database_role), sec.now(for_database_role) + make_interval(mins => minutes));
        insert into pathway_changes (pathway_id, actor_id, kind, source, domain, before, after, at)
        select pathway, a.id, 'BREAK_GLASS', 'HAND', 'STRUCTURE', a.display_name || ', ' || o.name, why, sec.now(for_database_role)
        from accounts a join organisations o on o.id = a.organisation_id where a.id = sec.account(for_database_role);
        return true;
      end
      $$;
      revoke all on function sec.break_glass(text, uuid, text, int) from public;
      grant execute on function sec.break_glass(text, uuid, text, int) to jalon_caseworker, jalon_manager;
      drop index openings_by_time;
      alter table openings drop column number, drop column opened_by;
      reset role;
    `);
  }
}
