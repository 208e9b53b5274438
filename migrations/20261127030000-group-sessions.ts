import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = ['jalon_caseworker', 'jalon_manager'] as const;
type SessionRole = (typeof ROLES)[number];

const account = (role: SessionRole): string => `(select sec.account('${role}'))`;
const organisation = (role: SessionRole): string => `(select sec.organisation('${role}'))`;

/**
 * Of the file that she follows; of a sealed one, where she may open it and say where the person is: a session says on
 * which day and at what hour somebody will be in which room.
 */
function ofAFollowedFile(role: SessionRole): string {
  const followed =
    role === 'jalon_caseworker' ? `p.referent_id = ${account(role)}` : `p.organisation_id = ${organisation(role)}`;
  const right = (name: string): string => `exists (select 1 from seal_rights r
              where r.pathway_id = p.id and r.account_id = ${account(role)} and r.right_to = '${name}')`;
  return `exists (select 1 from group_sessions s where s.id = session_id and s.organisation_id = ${organisation(role)})
        and exists (select 1 from pathways p where p.id = pathway_id and ${followed}
          and (not p.sealed or (${right('READ')} and ${right('LOCATE')})))`;
}

/**
 * What a structure gives to several people at once, and who comes. A session is the structure's own; whoever is enrolled
 * in it is seen by whoever follows her, and by nobody else.
 */
export class GroupSessions20261127030000 implements MigrationInterface {
  name = 'GroupSessions20261127030000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      create table group_sessions (
        id uuid primary key,
        organisation_id uuid not null references organisations (id) on delete restrict,
        kind text not null check (kind in ('LANGUAGE', 'CIVIC', 'INFORMATION', 'WORKSHOP')),
        title text not null check (length(title) between 1 and 120),
        held_on date not null,
        -- Civil time, as on the poster: no zone.
        starts_at text not null check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        ends_at text not null check (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        hours double precision not null check (hours > 0 and hours <= 24 and hours * 4 = floor(hours * 4)),
        place text not null check (length(place) between 1 and 120),
        seats int not null check (seats between 1 and 500),
        level text,
        version int not null default 1,
        created_at timestamptz not null,
        created_by uuid not null references accounts (id) on delete restrict,
        changed_at timestamptz not null,
        changed_by uuid not null references accounts (id) on delete restrict,
        check (ends_at > starts_at),
        check (version > 1 or changed_by = created_by)
      );
      create index group_sessions_of_structure on group_sessions (organisation_id, held_on, starts_at);
      create table session_enrolments (
        session_id uuid not null references group_sessions (id) on delete cascade,
        pathway_id uuid not null references pathways (id) on delete cascade,
        -- Null until it is entered.
        attendance text check (attendance in ('PRESENT', 'ABSENT', 'EXCUSED')),
        attended_hours double precision not null default 0
          check (attended_hours >= 0 and attended_hours * 4 = floor(attended_hours * 4)),
        absence_reason text check (absence_reason in ('WORK', 'FAMILY', 'APPOINTMENT', 'TRANSPORT', 'LEGITIMATE')),
        -- The event of the file that tells the same hours: what a correction corrects.
        event_id uuid,
        version int not null default 1,
        enrolled_at timestamptz not null,
        enrolled_by uuid not null references accounts (id) on delete restrict,
        changed_at timestamptz not null,
        changed_by uuid not null references accounts (id) on delete restrict,
        primary key (session_id, pathway_id),
        check (case when attendance = 'PRESENT' then attended_hours > 0 else attended_hours = 0 end),
        check (absence_reason is null or attendance in ('ABSENT', 'EXCUSED')),
        check (version > 1 or changed_by = enrolled_by)
      );
      create index session_enrolments_of_pathway on session_enrolments (pathway_id);
      ${['group_sessions', 'session_enrolments']
        .map(
          (table) => `
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy owner_all on ${table} to jalon_owner using (true) with check (true);`,
        )
        .join('')}
      ${ROLES.map(
        (role) => `
      create policy of_the_structure_${role} on group_sessions to ${role} using (organisation_id = ${organisation(role)})
        with check (organisation_id = ${organisation(role)} and changed_by = ${account(role)});
      create policy followed_by_${role} on session_enrolments to ${role} using (${ofAFollowedFile(role)})
        with check (changed_by = ${account(role)} and ${ofAFollowedFile(role)});`,
      ).join('')}
      grant select on group_sessions, session_enrolments to ${ROLES.join(', ')};
      grant insert (id, organisation_id, kind, title, held_on, starts_at, ends_at, hours, place, seats, level, created_at, created_by, changed_at, changed_by)
        on group_sessions to ${ROLES.join(', ')};
      grant update (title, held_on, starts_at, ends_at, hours, place, seats, level, version, changed_at, changed_by)
        on group_sessions to ${ROLES.join(', ')};
      grant insert (session_id, pathway_id, enrolled_at, enrolled_by, changed_at, changed_by)
        on session_enrolments to ${ROLES.join(', ')};
      grant update (attendance, attended_hours, absence_reason, event_id, version, changed_at, changed_by)
        on session_enrolments to ${ROLES.join(', ')};
      grant delete on session_enrolments to ${ROLES.join(', ')};

      -- How many seats are taken, whoever follows those who sit there. Whoever is sealed takes none, before anybody: a count
      -- that moved with her would tell of her. Whoever left for another structure takes none any more.
      create function sec.seats_taken(through text, sessions uuid[]) returns table (session_id uuid, taken int)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp
      as $$
        select s.id, count(p.id)::int
        from group_sessions s
        left join session_enrolments e on e.session_id = s.id
        left join pathways p on p.id = e.pathway_id and not p.sealed and p.organisation_id = s.organisation_id
        where s.id = any (sessions) and s.organisation_id = (select sec.organisation(through))
        group by s.id
      $$;
      revoke all on function sec.seats_taken(text, uuid[]) from public;
      grant execute on function sec.seats_taken(text, uuid[]) to ${ROLES.join(', ')};
      reset role;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      set local role jalon_owner;
      drop function sec.seats_taken(text, uuid[]);
      drop table session_enrolments;
      drop table group_sessions;
      reset role;
    `);
  }
}
