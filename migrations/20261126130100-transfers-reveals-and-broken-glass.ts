import type { MigrationInterface, QueryRunner } from 'typeorm';

const READ_BY_ID = ['pathways', 'people', 'pathway_steps', 'pathway_stalls'] as const;
const READERS = { caseworker: 'jalon_caseworker', manager: 'jalon_manager' } as const;

function keyOf(table: (typeof READ_BY_ID)[number]): string {
  return table === 'pathways' ? 'id' : 'pathway_id';
}

/** Files that one reads without following them: what was followed until lately, what was opened in an emergency. */
function lentPolicies(): string {
  return READ_BY_ID.flatMap((table) =>
    Object.values(READERS).map((role) =>
      table === 'people'
        ? `create policy lent_${role} on people for select to ${role} using (id = any ((select sec.lent_people('${role}'))::uuid[]));`
        : `create policy lent_${role} on ${table} for select to ${role} using (${keyOf(table)} = any ((select sec.lent_files('${role}'))::uuid[]));`,
    ),
  ).join('\n');
}

/**
 * A file goes from one structure to another by a hand-shake: asked with a reason, accepted or refused by the other, who sees a
 * minimal preview until then. The structure that followed it reads it for some days more, and not one beyond. In an emergency a
 * professional opens a file that is not hers for half an hour, never a sealed one. A departmental referent is given a
 * name, file by file. Each of these is a row that the structure of the file reads.
 *
 * Days and instants are those of the program, signed with the context: a day set for a demo or a test is one for all.
 */
export class TransfersRevealsAndBrokenGlass20261126130100 implements MigrationInterface {
  name = 'TransfersRevealsAndBrokenGlass20261126130100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;

      create function sec.today(for_database_role text) returns date
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$ select sec.claim(for_database_role, 7)::date $$;
      create function sec.now(for_database_role text) returns timestamptz
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$ select sec.claim(for_database_role, 8)::timestamptz $$;

      create table transfers (
        id uuid primary key,
        pathway_id uuid not null references pathways (id) on delete cascade,
        from_organisation uuid not null references organisations (id) on delete restrict,
        to_organisation uuid not null references organisations (id) on delete restrict check (to_organisation <> from_organisation),
        reason text not null check (length(reason) between 5 and 500),
        -- What the other structure may know before it accepts: nothing of the person; nothing at all of a sealed file.
        preview jsonb not null,
        sealed boolean not null,
        state text not null default 'PENDING' check (state in ('PENDING', 'ACCEPTED', 'REFUSED', 'CANCELLED')),
        asked_by uuid not null references accounts (id) on delete restrict,
        asked_at timestamptz not null,
        answered_by uuid references accounts (id) on delete restrict,
        answered_at timestamptz,
        answer_reason text check (length(answer_reason) <= 500),
        former_referent uuid references accounts (id) on delete restrict,
        reads_until date,
        check ((state = 'PENDING') = (answered_at is null)),
        check (state <> 'ACCEPTED' or reads_until is not null)
      );
      create unique index one_pending_transfer on transfers (pathway_id) where state = 'PENDING';
      create index transfers_to on transfers (to_organisation, asked_at desc);
      create index transfers_from on transfers (from_organisation, asked_at desc);

      create table openings (
        id uuid primary key default gen_random_uuid(),
        pathway_id uuid not null references pathways (id) on delete cascade,
        account_id uuid not null references accounts (id) on delete restrict,
        reason text not null check (length(reason) between 20 and 500),
        opened_at timestamptz not null,
        ends_at timestamptz not null,
        check (ends_at > opened_at)
      );
      create index openings_of_account on openings (account_id, ends_at);
      create index openings_of_pathway on openings (pathway_id, opened_at desc);

      create table reveals (
        id uuid primary key default gen_random_uuid(),
        pathway_id uuid not null references pathways (id) on delete cascade,
        account_id uuid not null references accounts (id) on delete restrict,
        session_key text not null,
        reason text not null check (length(reason) between 5 and 500),
        at timestamptz not null
      );
      create index reveals_of_session on reveals (pathway_id, account_id, session_key);

      create function sec.lent_files(for_database_role text) returns uuid[]
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select coalesce(array_agg(distinct lent.id), '{}') from (
          select t.pathway_id as id from transfers t join pathways p on p.id = t.pathway_id
          where t.state = 'ACCEPTED' and not p.sealed and t.from_organisation = sec.organisation(for_database_role)
            and t.reads_until >= sec.today(for_database_role)
            and (sec.role_of(for_database_role) = 'ASSOCIATION_MANAGER' or t.former_referent = sec.account(for_database_role))
          union all
          select o.pathway_id from openings o join pathways p on p.id = o.pathway_id
          where not p.sealed and o.account_id = sec.account(for_database_role) and o.ends_at > sec.now(for_database_role)
        ) lent
      $$;
      create function sec.lent_people(for_database_role text) returns uuid[]
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select coalesce(array_agg(p.person_id), '{}') from pathways p where p.id = any (sec.lent_files(for_database_role))
      $$;

      -- Moves the file and answers the transfer in one statement each, or neither: of two who accept at once, one wins.
      create function sec.accept_transfer(for_database_role text, transfer uuid, until date) returns uuid
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare accepted transfers;
      begin
        if sec.role_of(for_database_role) is distinct from 'ASSOCIATION_MANAGER' then return null; end if;
        update transfers t
        set state = 'ACCEPTED', answered_by = sec.account(for_database_role), answered_at = sec.now(for_database_role), reads_until = until,
          former_referent = (select p.referent_id from pathways p where p.id = t.pathway_id)
        where t.id = transfer and t.state = 'PENDING' and t.to_organisation = sec.organisation(for_database_role)
        returning * into accepted;
        if accepted.id is null then return null; end if;
        update pathways p set organisation_id = accepted.to_organisation, referent_id = null, version = p.version + 1, updated_at = now()
        where p.id = accepted.pathway_id and p.organisation_id = accepted.from_organisation;
        if not found then raise exception 'The file is no longer that of the structure that transfers it'; end if;
        delete from seal_rights r where r.pathway_id = accepted.pathway_id;
        insert into seal_rights (pathway_id, account_id, right_to)
        select p.id, accepted.answered_by, r from pathways p cross join unnest(array['SEARCH', 'READ', 'LOCATE']) as r
        where p.id = accepted.pathway_id and p.sealed;
        return accepted.pathway_id;
      end
      $$;

      -- A colleague’s file, or for a manager one of her departments; never a sealed one. False tells nothing of why.
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

      create function sec.reveal(pathway uuid, in_session text, why text) returns boolean
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        if not exists (
          select 1 from pathways p where p.id = pathway and not p.sealed and p.department = any (sec.departments('jalon_referent'))
        ) then return false; end if;
        insert into reveals (pathway_id, account_id, session_key, reason, at)
        values (pathway, sec.account('jalon_referent'), in_session, why, sec.now('jalon_referent'));
        insert into pathway_changes (pathway_id, actor_id, kind, source, domain, before, after, at)
        select pathway, a.id, 'REVEAL', 'HAND', 'STRUCTURE', a.display_name || ', ' || o.name, why, sec.now('jalon_referent')
        from accounts a join organisations o on o.id = a.organisation_id where a.id = sec.account('jalon_referent');
        return true;
      end
      $$;
      create function sec.revealed_name(pathway uuid, in_session text)
      returns table (birth_name text, usage_name text, first_names text)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select pe.birth_name, pe.usage_name, pe.first_names
        from pathways p join people pe on pe.id = p.person_id
        where p.id = pathway and not p.sealed and p.department = any (sec.departments('jalon_referent'))
          and exists (select 1 from reveals r
            where r.pathway_id = p.id and r.account_id = sec.account('jalon_referent') and r.session_key = in_session)
      $$;

      revoke all on function sec.today(text), sec.now(text), sec.lent_files(text), sec.lent_people(text), sec.accept_transfer(text, uuid, date),
        sec.break_glass(text, uuid, text, int), sec.reveal(uuid, text, text), sec.revealed_name(uuid, text) from public;
      grant execute on function sec.today(text), sec.now(text), sec.lent_files(text) to jalon_caseworker, jalon_manager, jalon_engine;
      grant execute on function sec.lent_people(text), sec.break_glass(text, uuid, text, int) to jalon_caseworker, jalon_manager;
      grant execute on function sec.accept_transfer(text, uuid, date) to jalon_manager;
      grant execute on function sec.reveal(uuid, text, text), sec.revealed_name(uuid, text) to jalon_referent;

      ${lentPolicies()}
      create policy lent on pathways for select to jalon_engine using (id = any ((select sec.lent_files('jalon_engine'))::uuid[]));

      alter table transfers enable row level security;
      alter table transfers force row level security;
      create policy owner_all on transfers to jalon_owner using (true) with check (true);
      create policy given on transfers to jalon_manager
        using (from_organisation = (select sec.organisation('jalon_manager')) and (not sealed or asked_by = (select sec.account('jalon_manager'))))
        with check (from_organisation = (select sec.organisation('jalon_manager'))
          and (state = 'CANCELLED' or (state = 'PENDING' and asked_by = (select sec.account('jalon_manager'))))
          and exists (select 1 from pathways p where p.id = pathway_id and p.sealed = transfers.sealed
            and p.organisation_id = (select sec.organisation('jalon_manager'))));
      create policy received on transfers to jalon_manager
        using (to_organisation = (select sec.organisation('jalon_manager')))
        with check (to_organisation = (select sec.organisation('jalon_manager')) and state = 'REFUSED');
      grant select on transfers to jalon_manager;
      grant insert (id, pathway_id, from_organisation, to_organisation, reason, preview, sealed, asked_by, asked_at) on transfers to jalon_manager;
      grant update (state, answered_by, answered_at, answer_reason) on transfers to jalon_manager;
      create policy handed_over on transfers for select to jalon_caseworker
        using (state = 'ACCEPTED' and former_referent = (select sec.account('jalon_caseworker')));
      grant select (id, pathway_id, state, from_organisation, former_referent, answered_at, reads_until) on transfers to jalon_caseworker;

      alter table openings enable row level security;
      alter table openings force row level security;
      create policy owner_all on openings to jalon_owner using (true) with check (true);
      create policy own_openings on openings for select to jalon_caseworker using (account_id = (select sec.account('jalon_caseworker')));
      create policy of_the_structure on openings for select to jalon_manager
        using (account_id = (select sec.account('jalon_manager'))
          or exists (select 1 from pathways p where p.id = pathway_id and p.organisation_id = (select sec.organisation('jalon_manager'))));
      create policy all_openings on openings for select to jalon_auditor using ((select sec.account('jalon_auditor')) is not null);
      grant select on openings to jalon_caseworker, jalon_manager, jalon_auditor;

      alter table reveals enable row level security;
      alter table reveals force row level security;
      create policy owner_all on reveals to jalon_owner using (true) with check (true);

      create function sec.carry_seal_to_transfers() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        update transfers t set sealed = new.sealed, preview = case when new.sealed then '{}' else t.preview end where t.pathway_id = new.id;
        return null;
      end
      $$;
      revoke all on function sec.carry_seal_to_transfers() from public;
      create trigger carry_seal_to_transfers after update of sealed on pathways
        for each row when (old.sealed is distinct from new.sealed) execute function sec.carry_seal_to_transfers();
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop trigger carry_seal_to_transfers on pathways;
      drop function sec.carry_seal_to_transfers();
      drop policy lent on pathways;
      ${READ_BY_ID.flatMap((table) => Object.values(READERS).map((role) => `drop policy lent_${role} on ${table};`)).join('\n')}
      drop function sec.revealed_name(uuid, text);
      drop function sec.reveal(uuid, text, text);
      drop function sec.break_glass(text, uuid, text, int);
      drop function sec.accept_transfer(text, uuid, date);
      drop function sec.lent_people(text);
      drop function sec.lent_files(text);
      drop table reveals, openings, transfers;
      drop function sec.now(text);
      drop function sec.today(text);
      reset role;
    `);
  }
}
