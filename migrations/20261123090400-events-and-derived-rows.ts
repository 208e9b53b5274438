import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened (append-only, numbered without gaps in the order of the commits: reports as known on a day depend on
 * it), and what follows from it: the statuses of each step and the spells of each stall, as dated rows computed when
 * something is written. Derived rows are written by the engine's role alone.
 */
export class EventsAndDerivedRows20261123090400 implements MigrationInterface {
  name = 'EventsAndDerivedRows20261123090400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create table ledger_head (
        id int primary key default 1 check (id = 1),
        seq bigint not null
      );
      insert into ledger_head (id, seq) values (1, 0);

      -- A sequence would leave gaps and number in the order of the calls; one locked row numbers in the order of the commits.
      create function sec.next_event_seqs(how_many int) returns bigint
      language sql volatile security definer set search_path = pg_catalog, public
      as $$ update ledger_head set seq = seq + how_many where id = 1 and how_many > 0 returning seq - how_many + 1 $$;
      revoke all on function sec.next_event_seqs(int) from public;
      grant execute on function sec.next_event_seqs(int) to jalon_engine;

      create table pathway_events (
        id uuid primary key,
        seq bigint not null unique,
        pathway_id uuid not null references pathways (id) on delete restrict,
        kind text not null check (kind in ('STEP', 'ATTENDANCE', 'TEST', 'CONTACT', 'EXTENSION', 'CONTRACT', 'HANDOVER', 'SILENCE',
          'PAUSE', 'CLOSURE', 'RETRACTION')),
        occurred_on date,
        domain text,
        body jsonb not null,
        source text not null check (source in ('HAND', 'IMPORT')),
        actor_id uuid references accounts (id) on delete restrict,
        recorded_at timestamptz not null default clock_timestamp()
      );
      create index events_of_pathway on pathway_events (pathway_id, seq);

      create function sec.refuse_rewriting() returns trigger language plpgsql set search_path = pg_catalog
      as $$ begin raise exception 'An event is never rewritten: record a correction' using errcode = 'restrict_violation'; end $$;
      create trigger events_are_append_only before update on pathway_events for each row execute function sec.refuse_rewriting();

      create table pathway_steps (
        pathway_id uuid not null references pathways (id) on delete cascade,
        step text not null,
        spell int not null,
        domain text not null,
        department text not null,
        organisation_id uuid,
        referent_id uuid,
        status text not null,
        from_on date,
        until_on date,
        opens_on date,
        due_on date,
        waits_for text[] not null default '{}',
        outcome text,
        party text,
        -- True for the spell that lasts and whose status is open: the rows that lists and signals look at.
        is_open boolean not null,
        primary key (pathway_id, step, spell)
      );
      create index steps_now on pathway_steps (pathway_id) where until_on is null;
      create index steps_due_of_pathway on pathway_steps (pathway_id, due_on) where is_open and waits_for = '{}';
      create index steps_of_department on pathway_steps (department, step, status);

      create table pathway_stalls (
        id uuid primary key,
        pathway_id uuid not null references pathways (id) on delete cascade,
        rule text not null,
        spell int not null,
        domain text not null,
        department text not null,
        organisation_id uuid,
        referent_id uuid,
        severity text not null check (severity in ('CRITICAL', 'NORMAL')),
        turn text not null,
        anchor_on date,
        warn_on date,
        limit_on date,
        since_on date,
        cleared_on date,
        cleared_by uuid,
        silences datemultirange not null default '{}',
        facts jsonb not null default '[]',
        unique (pathway_id, rule, spell)
      );
      create index stalls_live_of_department on pathway_stalls (department, severity, since_on, id) where cleared_on is null;
      create index stalls_live_of_organisation on pathway_stalls (organisation_id, severity, since_on, id) where cleared_on is null;
      create index stalls_live_of_referent on pathway_stalls (referent_id, severity, since_on, id) where cleared_on is null;
      create index stalls_of_pathway on pathway_stalls (pathway_id);

      create table stall_follow_ups (
        id uuid primary key,
        stall_id uuid not null references pathway_stalls (id) on delete cascade,
        pathway_id uuid not null references pathways (id) on delete cascade,
        department text not null,
        action text not null,
        note text check (length(note) <= 500),
        due_on date,
        by_account uuid not null references accounts (id) on delete restrict,
        at timestamptz not null default clock_timestamp()
      );
      create index follow_ups_of_stall on stall_follow_ups (stall_id, at desc);
      create index follow_ups_of_pathway on stall_follow_ups (pathway_id, at);

      create table pathway_changes (
        id bigint generated always as identity primary key,
        pathway_id uuid not null references pathways (id) on delete cascade,
        at timestamptz not null default clock_timestamp(),
        actor_id uuid references accounts (id) on delete restrict,
        kind text not null check (kind in ('OPENED', 'CORRECTION', 'ASSIGNMENT')),
        source text not null check (source in ('HAND', 'IMPORT')),
        domain text,
        field text,
        before text,
        after text
      );
      create index changes_of_pathway on pathway_changes (pathway_id, id);

      create function sec.carry_isolation_keys_to_derived_rows() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public
      as $$
      begin
        update pathway_steps s set department = new.department, organisation_id = new.organisation_id, referent_id = new.referent_id
        where s.pathway_id = new.id;
        update pathway_stalls s set department = new.department, organisation_id = new.organisation_id, referent_id = new.referent_id
        where s.pathway_id = new.id;
        update stall_follow_ups f set department = new.department where f.pathway_id = new.id;
        return null;
      end
      $$;
      revoke all on function sec.carry_isolation_keys_to_derived_rows() from public;
      create trigger carry_isolation_keys_to_derived_rows after update of department, organisation_id, referent_id on pathways
        for each row when ((old.department, old.organisation_id, old.referent_id) is distinct from (new.department, new.organisation_id, new.referent_id))
        execute function sec.carry_isolation_keys_to_derived_rows();
    `);
    for (const table of ['pathway_steps', 'pathway_stalls']) {
      await queryRunner.query(derivedTablePolicies(table));
    }
    for (const table of ['pathway_events', 'pathway_changes']) {
      await queryRunner.query(fileTablePolicies(table));
    }
    await queryRunner.query(`
      create policy reach_of_the_actor_adds on pathway_events for insert to jalon_engine
        with check (exists (select 1 from pathways p where p.id = pathway_id));
      create policy own_reach_adds on pathway_changes for insert to jalon_caseworker
        with check (actor_id = (select sec.account('jalon_caseworker')) and exists (select 1 from pathways p where p.id = pathway_id));
      create policy own_reach_adds_manager on pathway_changes for insert to jalon_manager
        with check (actor_id = (select sec.account('jalon_manager')) and exists (select 1 from pathways p where p.id = pathway_id));
      create policy own_reach_adds_ofii on pathway_changes for insert to jalon_ofii
        with check (actor_id = (select sec.account('jalon_ofii')) and exists (select 1 from pathways p where p.id = pathway_id));
      grant insert on pathway_events to jalon_engine;
      grant insert on pathway_changes to jalon_caseworker, jalon_manager, jalon_ofii;

      alter table stall_follow_ups enable row level security;
      alter table stall_follow_ups force row level security;
      create policy owner_all on stall_follow_ups to jalon_owner using (true) with check (true);
      create policy department on stall_follow_ups to jalon_referent
        using (department = any ((select sec.departments('jalon_referent'))::text[]))
        with check (department = any ((select sec.departments('jalon_referent'))::text[])
          and by_account = (select sec.account('jalon_referent'))
          and exists (select 1 from pathway_stalls s where s.id = stall_id and s.pathway_id = stall_follow_ups.pathway_id));
      create policy of_visible_stalls on stall_follow_ups for select to jalon_caseworker, jalon_manager, jalon_ofii
        using (exists (select 1 from pathway_stalls s where s.id = stall_id));
      grant select, insert on stall_follow_ups to jalon_referent;
      grant select on stall_follow_ups to jalon_caseworker, jalon_manager, jalon_ofii;
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      drop trigger carry_isolation_keys_to_derived_rows on pathways;
      drop function sec.carry_isolation_keys_to_derived_rows();
      drop table pathway_changes, stall_follow_ups, pathway_stalls, pathway_steps, pathway_events;
      drop function sec.refuse_rewriting();
      drop function sec.next_event_seqs(int);
      drop table ledger_head;
    `);
  }
}

const OFII_DOMAINS = "('RECEPTION_RIGHTS', 'LANGUAGE', 'CIVIC', 'EMPLOYMENT')";

/** Steps and stalls carry the keys themselves: the worklist of a department must not join to know what it may show. */
function derivedTablePolicies(table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy owner_all on ${table} to jalon_owner using (true) with check (true);
    create policy own_caseload on ${table} for select to jalon_caseworker
      using (referent_id = (select sec.account('jalon_caseworker')));
    create policy own_structure on ${table} for select to jalon_manager
      using (organisation_id = (select sec.organisation('jalon_manager')));
    create policy nobody_yet on ${table} for select to jalon_manager
      using (organisation_id is null and department = any ((select sec.departments('jalon_manager'))::text[]));
    create policy territory on ${table} for select to jalon_ofii
      using (department = any ((select sec.departments('jalon_ofii'))::text[]) and domain in ${OFII_DOMAINS});
    create policy department on ${table} for select to jalon_referent
      using (department = any ((select sec.departments('jalon_referent'))::text[]));
    create policy department_report on ${table} for select to jalon_report
      using (department = any ((select sec.departments('jalon_report'))::text[]));
    create policy reach_of_the_actor on ${table} to jalon_engine
      using (exists (select 1 from pathways p where p.id = pathway_id))
      with check (exists (select 1 from pathways p where p.id = pathway_id));
    grant select on ${table} to jalon_caseworker, jalon_manager, jalon_ofii, jalon_referent, jalon_report;
    grant select, insert, update, delete on ${table} to jalon_engine;
  `;
}

/** Read one file at a time, so reached through the pathway's own policy. */
function fileTablePolicies(table: string): string {
  const reached = 'exists (select 1 from pathways p where p.id = pathway_id)';
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy owner_all on ${table} to jalon_owner using (true) with check (true);
    create policy of_reached_pathways on ${table} for select to jalon_caseworker, jalon_manager using (${reached});
    create policy of_reached_pathways_ofii on ${table} for select to jalon_ofii using (${reached} and (domain is null or domain in ${OFII_DOMAINS}));
    create policy of_reached_pathways_engine on ${table} for select to jalon_engine using (${reached});
    grant select on ${table} to jalon_caseworker, jalon_manager, jalon_ofii, jalon_engine;
  `;
}
