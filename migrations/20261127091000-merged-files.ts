import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is told of a file to whoever reaches it, and where it is carried. */
const CARRIED = ['pathways', 'people', 'pathway_steps', 'pathway_stalls'] as const;
const READERS: Record<(typeof CARRIED)[number], string> = {
  pathways: 'jalon_caseworker, jalon_manager, jalon_ofii, jalon_referent, jalon_report, jalon_engine',
  people: 'jalon_caseworker, jalon_manager, jalon_ofii',
  pathway_steps: 'jalon_caseworker, jalon_manager, jalon_ofii, jalon_referent, jalon_report, jalon_engine',
  pathway_stalls: 'jalon_caseworker, jalon_manager, jalon_ofii, jalon_referent, jalon_report, jalon_engine',
};
/** Whoever finds a file by its number. */
const FINDERS = ['jalon_caseworker', 'jalon_manager', 'jalon_ofii', 'jalon_referent'] as const;

const CHANGE_KINDS = [
  'OPENED',
  'CORRECTION',
  'ASSIGNMENT',
  'SEALED',
  'UNSEALED',
  'TRANSFER',
  'REVEAL',
  'BREAK_GLASS',
  'LISTED',
  'TASK',
];
const kinds = (all: readonly string[]): string => `
      alter table pathway_changes drop constraint pathway_changes_kind_check;
      alter table pathway_changes add constraint pathway_changes_kind_check
        check (kind in (${all.map((kind) => `'${kind}'`).join(', ')}));`;

const uniqueNumber = (where: string): string => `
      drop index people_organisation_id_foreigner_number_key;
      create unique index people_organisation_id_foreigner_number_key on people (organisation_id, foreigner_number)
        where not sealed and not doubled${where};`;

const seatsTaken = (notMerged: string): string => `
      create or replace function sec.seats_taken(through text, sessions uuid[]) returns table (session_id uuid, taken int)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select s.id, count(p.id)::int
        from group_sessions s
        left join session_enrolments e on e.session_id = s.id
        left join pathways p on p.id = e.pathway_id and not p.sealed and p.organisation_id = s.organisation_id${notMerged}
        where s.id = any (sessions) and s.organisation_id = (select sec.organisation(through))
        group by s.id
      $$;`;

const breakGlass = ({ notMerged = '', orWhereItWent = '' } = {}): string => `
      create or replace function sec.break_glass(for_database_role text, pathway uuid, numbered text, why text) returns uuid
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
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
        where (p.id = pathway or p.number = numbered${orWhereItWent}) and not p.sealed${notMerged}
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
      $$;`;

/** What the owner gives of a file, past the row policies: nothing of one that is out of sight. */
const revealing = (notMerged: string): string => `
      create or replace function sec.reveal(pathway uuid, in_session text, why text) returns boolean
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        if not exists (
          select 1 from pathways p where p.id = pathway and not p.sealed${notMerged} and p.department = any (sec.departments('jalon_referent'))
        ) then return false; end if;
        insert into reveals (pathway_id, account_id, session_key, reason, at)
        values (pathway, sec.account('jalon_referent'), in_session, why, sec.now('jalon_referent'));
        insert into pathway_changes (pathway_id, actor_id, kind, source, domain, before, after, at)
        select pathway, a.id, 'REVEAL', 'HAND', 'STRUCTURE', a.display_name || ', ' || o.name, why, sec.now('jalon_referent')
        from accounts a join organisations o on o.id = a.organisation_id where a.id = sec.account('jalon_referent');
        return true;
      end
      $$;
      create or replace function sec.revealed_name(pathway uuid, in_session text)
      returns table (birth_name text, usage_name text, first_names text)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select pe.birth_name, pe.usage_name, pe.first_names
        from pathways p join people pe on pe.id = p.person_id
        where p.id = pathway and not p.sealed${notMerged} and p.department = any (sec.departments('jalon_referent'))
          and exists (select 1 from reveals r
            where r.pathway_id = p.id and r.account_id = sec.account('jalon_referent') and r.session_key = in_session)
      $$;`;

/** A file that is sealed is forgotten by the reports of lists, and what was merged into it with it: it is the same person. */
const forgetting = (orMerged: string): string => `
      create or replace function sec.forget_in_reports() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        update import_rows r set changes = '[]', conflicts = '[]', warnings = '[]' where r.pathway_id = new.id${orMerged};
        return null;
      end
      $$;`;

/** Whoever follows the file that stays is told of those that were merged into it. */
const TOLD_WITH_IT = `m.found_in = any (survivors) and m.undone_at is null
          and (not p.sealed or exists (select 1 from seal_rights r
            where r.pathway_id = p.id and r.account_id = sec.account(through) and r.right_to = 'READ'))
          and case sec.role_of(through)
            when 'ASSOCIATION_CASEWORKER' then p.referent_id = sec.account(through)
            when 'ASSOCIATION_MANAGER' then p.organisation_id = sec.organisation(through)
            else false end`;

/**
 * Two files of one person become one. What was recorded in the file that goes is read in the one that stays, with a mark of
 * where it came from; the file that goes is left as it was, out of everybody’s sight, and its number leads to the other
 * one. Parted again, everything that has a mark goes back.
 */
export class MergedFiles20261127091000 implements MigrationInterface {
  name = 'MergedFiles20261127091000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      ${CARRIED.map(
        (table) => `
      alter table ${table} add column merged boolean not null default false;
      create policy not_merged on ${table} as restrictive for all to ${READERS[table]} using (not merged);`,
      ).join('')}
      ${uniqueNumber(' and not merged')}

      create table merges (
        id uuid primary key,
        survivor_id uuid not null references pathways (id) on delete cascade,
        merged_id uuid not null references pathways (id) on delete cascade,
        merged_number text not null,
        -- Where that number leads: further than the survivor, once the survivor was merged in turn.
        found_in uuid not null references pathways (id) on delete cascade,
        organisation_id uuid not null references organisations (id) on delete restrict,
        merged_by uuid not null references accounts (id) on delete restrict,
        merged_at timestamptz not null,
        -- As both were: parted, the file that went comes back as it was.
        sealed boolean not null,
        -- The corrections of the survivor that the merge made: between the first and the last.
        after_change bigint not null,
        last_change bigint,
        -- What a hand had corrected in it before.
        by_hand text[] not null,
        undone_by uuid references accounts (id) on delete restrict,
        undone_at timestamptz,
        check (survivor_id <> merged_id),
        check ((undone_by is null) = (undone_at is null))
      );
      create unique index merges_standing on merges (merged_id) where undone_at is null;
      create index merges_of_survivor on merges (survivor_id);
      create index merges_found_in on merges (found_in);
      create index merges_by_number on merges (merged_number) where undone_at is null;
      create table merge_moves (
        merge_id uuid not null references merges (id) on delete cascade,
        kind text not null check (kind in ('EVENT', 'TASK', 'NOTE', 'ENROLMENT')),
        row_id uuid not null,
        primary key (merge_id, kind, row_id)
      );
      -- Stalls of the survivor that what it was given may undo, and what was done about them, which would go with them.
      create table merge_stalls (
        merge_id uuid not null references merges (id) on delete cascade,
        rule text not null,
        spell integer not null,
        stall jsonb not null,
        actions jsonb not null,
        primary key (merge_id, rule, spell)
      );
      ${['merges', 'merge_moves', 'merge_stalls']
        .map(
          (table) => `
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy owner_all on ${table} to jalon_owner using (true) with check (true);`,
        )
        .join('')}
      ${FINDERS.map(
        (role) => `
      create policy found_by_${role} on merges for select to ${role}
        using (undone_at is null and exists (select 1 from pathways p where p.id = found_in));`,
      ).join('')}
      create policy of_the_merges_jalon_manager on merge_moves for select to jalon_manager
        using (exists (select 1 from merges m where m.id = merge_id and m.organisation_id = (select sec.organisation('jalon_manager'))));
      grant select on merges to ${FINDERS.join(', ')};
      grant select on merge_moves to jalon_manager;

      -- An event is read in another file, once; what it says never changes.
      drop trigger events_are_append_only on pathway_events;
      create trigger events_are_append_only before update on pathway_events for each row
        when (to_jsonb(old) - 'pathway_id' is distinct from to_jsonb(new) - 'pathway_id')
        execute function sec.refuse_rewriting();

      create function sec.may_merge(through text, one uuid, other uuid) returns boolean
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select sec.role_of(through) = 'ASSOCIATION_MANAGER' and count(*) = 2 and count(distinct p.sealed) = 1
          and bool_and(not p.listed and p.organisation_id = sec.organisation(through)
            and (not p.sealed or p.id = any (sec.located_files(through))
              and exists (select 1 from seal_rights r
                where r.pathway_id = p.id and r.account_id = sec.account(through) and r.right_to = 'READ')))
        from pathways p where p.id in (one, other)
      $$;
      revoke all on function sec.may_merge(text, uuid, uuid) from public;

      create function sec.mark_merged(file uuid, is_merged boolean) returns void
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        update pathways p set merged = is_merged where p.id = file;
        update people pe set merged = is_merged from pathways p where p.id = file and pe.id = p.person_id;
        update pathway_steps s set merged = is_merged where s.pathway_id = file;
        update pathway_stalls s set merged = is_merged where s.pathway_id = file;
      end
      $$;
      revoke all on function sec.mark_merged(uuid, boolean) from public;

      create function sec.merge_files(through text, merge uuid, survivor uuid, other uuid, events uuid[], sessions uuid[])
      returns boolean
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        if sec.may_merge(through, survivor, other) is not true
          or exists (select 1 from pathways p where p.id in (survivor, other) and p.merged)
          or exists (select 1 from transfers t where t.pathway_id in (survivor, other) and t.state = 'PENDING')
        then return false; end if;
        insert into merges (id, survivor_id, merged_id, merged_number, found_in, organisation_id, merged_by, merged_at, sealed, by_hand, after_change)
        select merge, survivor, p.id, p.number, survivor, p.organisation_id, sec.account(through), sec.now(through), p.sealed,
          (select kept.corrected_by_hand from pathways kept where kept.id = survivor),
          coalesce((select max(c.id) from pathway_changes c where c.pathway_id = survivor), 0)
        from pathways p where p.id = other;
        update merges m set found_in = survivor where m.found_in = other and m.undone_at is null;
        insert into merge_moves (merge_id, kind, row_id)
        select merge, 'EVENT', e.id from pathway_events e where e.pathway_id = other and e.id = any (events)
        union all select merge, 'TASK', t.id from tasks t where t.pathway_id = other
        union all select distinct merge, 'NOTE', n.note_id from notes n where n.pathway_id = other
        union all select merge, 'ENROLMENT', s.session_id from session_enrolments s
          where s.pathway_id = other and s.session_id = any (sessions)
            and not exists (select 1 from session_enrolments kept where kept.pathway_id = survivor and kept.session_id = s.session_id);
        insert into merge_stalls (merge_id, rule, spell, stall, actions)
        select merge, s.rule, s.spell, to_jsonb(s), coalesce(
          (select jsonb_agg(to_jsonb(f)) from stall_follow_ups f where f.stall_id = s.id), '[]')
        from pathway_stalls s where s.pathway_id = survivor;
        perform sec.move_rows(merge, other, survivor);
        perform sec.mark_merged(other, true);
        -- Whoever had it open in an emergency asks for the one that stays.
        update openings o set ends_at = greatest(o.opened_at + interval '1 second', sec.now(through))
        where o.pathway_id = other and o.ends_at > sec.now(through);
        return true;
      end
      $$;

      create function sec.move_rows(merge uuid, from_file uuid, to_file uuid) returns void
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        update pathway_events e set pathway_id = to_file from merge_moves m
        where m.merge_id = merge and m.kind = 'EVENT' and e.id = m.row_id and e.pathway_id = from_file;
        update tasks t set pathway_id = to_file from merge_moves m
        where m.merge_id = merge and m.kind = 'TASK' and t.id = m.row_id and t.pathway_id = from_file;
        update notes n set pathway_id = to_file from merge_moves m
        where m.merge_id = merge and m.kind = 'NOTE' and n.note_id = m.row_id and n.pathway_id = from_file;
        update session_enrolments s set pathway_id = to_file from merge_moves m
        where m.merge_id = merge and m.kind = 'ENROLMENT' and s.session_id = m.row_id and s.pathway_id = from_file;
      end
      $$;
      revoke all on function sec.move_rows(uuid, uuid, uuid) from public;

      -- As they were, for the engine to write over; those that it does not find again go, as they went.
      create function sec.give_stalls_back(merge uuid, survivor uuid) returns void
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      begin
        insert into pathway_stalls (id, pathway_id, rule, spell, domain, department, organisation_id, referent_id, severity, turn, anchor_on,
          warn_on, limit_on, since_on, cleared_on, cleared_by, silences, facts, silenced_on, sealed)
        select s.id, p.id, s.rule, s.spell, s.domain, p.department, p.organisation_id, p.referent_id, s.severity, s.turn, s.anchor_on,
          s.warn_on, s.limit_on, s.since_on, s.cleared_on, s.cleared_by, s.silences, s.facts, s.silenced_on, p.sealed
        from merge_stalls ms
        cross join jsonb_populate_record(null::pathway_stalls, ms.stall) s
        join pathways p on p.id = survivor
        where ms.merge_id = merge
        on conflict do nothing;
        insert into stall_follow_ups (id, stall_id, pathway_id, department, action, note, due_on, by_account, at, sealed)
        select f.id, s.id, s.pathway_id, s.department, f.action, f.note, f.due_on, f.by_account, f.at, s.sealed
        from merge_stalls ms
        cross join jsonb_populate_recordset(null::stall_follow_ups, ms.actions) f
        join pathway_stalls s on s.pathway_id = survivor and s.rule = ms.rule and s.spell = ms.spell
        where ms.merge_id = merge
        on conflict do nothing;
        delete from merge_stalls ms where ms.merge_id = merge;
      end
      $$;
      revoke all on function sec.give_stalls_back(uuid, uuid) from public;

      create function sec.end_corrections_of_merge(through text, merge uuid) returns void
      language sql security definer set search_path = pg_catalog, public, pg_temp
      as $$
        update merges m set last_change = greatest(m.after_change, (select max(c.id) from pathway_changes c where c.pathway_id = m.survivor_id))
        where m.id = merge and m.last_change is null and m.merged_by = sec.account(through) and m.organisation_id = sec.organisation(through)
      $$;

      create function sec.unmerge_files(through text, merge uuid, events uuid[]) returns boolean
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp
      as $$
      declare undone merges;
      begin
        select m.* into undone from merges m
        where m.id = merge and m.undone_at is null and m.organisation_id = sec.organisation(through)
          and m.merged_at > sec.now(through) - interval '31 days'
        for update;
        if undone.id is null or sec.may_merge(through, undone.survivor_id, undone.merged_id) is not true
          or exists (select 1 from pathways p where p.id = undone.survivor_id and p.merged)
          or exists (select 1 from transfers t where t.pathway_id = undone.survivor_id and t.state = 'PENDING')
        then return false; end if;
        perform sec.mark_merged(undone.merged_id, false);
        insert into merge_moves (merge_id, kind, row_id)
        select merge, 'EVENT', e.id from pathway_events e where e.pathway_id = undone.survivor_id and e.id = any (events)
        on conflict do nothing;
        perform sec.move_rows(merge, undone.survivor_id, undone.merged_id);
        perform sec.give_stalls_back(merge, undone.survivor_id);
        with recursive within as (
          select m.id, m.merged_id from merges m where m.survivor_id = undone.merged_id and m.undone_at is null
          union select m.id, m.merged_id from merges m join within w on m.survivor_id = w.merged_id where m.undone_at is null
        )
        update merges m set found_in = undone.merged_id where m.id in (select w.id from within w);
        update merges m set undone_by = sec.account(through), undone_at = sec.now(through) where m.id = merge;
        return true;
      end
      $$;

      -- What was corrected, assigned, planned in the files that were merged into one: told with its own history.
      create function sec.changes_of_merged(through text, survivors uuid[])
      returns table (pathway_id uuid, id bigint, number text, at timestamptz, actor_id uuid, kind text, source text, field text, before text, after text, reason text)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select m.found_in, c.id, m.merged_number, c.at, c.actor_id, c.kind, c.source, c.field, c.before, c.after, c.reason
        from merges m
        join pathways p on p.id = m.found_in
        join pathway_changes c on c.pathway_id = m.merged_id
        where ${TOLD_WITH_IT} and c.field is distinct from 'sealRights' and c.kind not in ('MERGED', 'UNMERGED')
          and (not p.sealed or c.field is null or c.field !~ '^person[.](address|phone|email)([.]|$)' or p.id = any (sec.located_files(through)))
      $$;
      -- And what was done about their stalls, which stay with them.
      create function sec.actions_of_merged(through text, survivors uuid[])
      returns table (pathway_id uuid, number text, at timestamptz, by_account uuid, action text, note text, due_on date)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select m.found_in, m.merged_number, f.at, f.by_account, f.action, f.note, f.due_on
        from merges m
        join pathways p on p.id = m.found_in
        join stall_follow_ups f on f.pathway_id = m.merged_id
        where ${TOLD_WITH_IT}
      $$;

      ${[
        'sec.merge_files(text, uuid, uuid, uuid, uuid[], uuid[])',
        'sec.end_corrections_of_merge(text, uuid)',
        'sec.unmerge_files(text, uuid, uuid[])',
      ]
        .map(
          (name) => `
      revoke all on function ${name} from public;
      grant execute on function ${name} to jalon_manager;`,
        )
        .join('')}
      ${['sec.changes_of_merged(text, uuid[])', 'sec.actions_of_merged(text, uuid[])']
        .map(
          (name) => `
      revoke all on function ${name} from public;
      grant execute on function ${name} to jalon_caseworker, jalon_manager;`,
        )
        .join('')}
      ${seatsTaken(' and not p.merged')}
      ${breakGlass({
        notMerged: ' and not p.merged',
        orWhereItWent:
          ' or p.id = (select m.found_in from merges m where m.merged_number = numbered and m.undone_at is null)',
      })}
      ${revealing(' and not p.merged')}
      ${forgetting(`
          or r.pathway_id in (select m.merged_id from merges m where m.found_in = new.id and m.undone_at is null)`)}
      ${kinds([...CHANGE_KINDS, 'MERGED', 'UNMERGED'])}
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      do $$ begin
        if exists (select 1 from merges m where m.undone_at is null) then
          raise exception 'Files are merged: part them first';
        end if;
      end $$;
      delete from pathway_changes c where c.kind in ('MERGED', 'UNMERGED');
      ${kinds(CHANGE_KINDS)}
      ${forgetting('')}
      ${revealing('')}
      ${breakGlass()}
      ${seatsTaken('')}
      drop function sec.actions_of_merged(text, uuid[]);
      drop function sec.changes_of_merged(text, uuid[]);
      drop function sec.unmerge_files(text, uuid, uuid[]);
      drop function sec.end_corrections_of_merge(text, uuid);
      drop function sec.merge_files(text, uuid, uuid, uuid, uuid[], uuid[]);
      drop function sec.give_stalls_back(uuid, uuid);
      drop function sec.move_rows(uuid, uuid, uuid);
      drop function sec.mark_merged(uuid, boolean);
      drop function sec.may_merge(text, uuid, uuid);
      drop trigger events_are_append_only on pathway_events;
      create trigger events_are_append_only before update on pathway_events for each row execute function sec.refuse_rewriting();
      drop table merge_stalls;
      drop table merge_moves;
      drop table merges;
      ${uniqueNumber('')}
      ${CARRIED.map(
        (table) => `
      drop policy not_merged on ${table};
      alter table ${table} drop column merged;`,
      ).join('')}
      reset role;
    `);
  }
}
