import { createHash } from 'node:crypto';
import type { Enrolled, GroupSessionRow, SessionOfFile } from '../../contract/groupSession.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { SealedRight } from '../../domain/access/relations.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { GroupSession } from '../../domain/groupSession/groupSession.ts';
import { CEFR_LEVELS, type CefrLevel, type StepCode } from '../../domain/pathway/codes.ts';
import type { Db } from '../../platform/database/db.ts';
import { DATABASE_ROLE } from '../../platform/database/signedContext.ts';

export interface SessionLine {
  id: string;
  organisation_id: string;
  organisation_name: string;
  kind: GroupSession['kind'];
  title: string;
  held_on: CalendarDay;
  starts_at: string;
  ends_at: string;
  hours: number;
  place: string;
  seats: number;
  level: CefrLevel | null;
  cancelled: boolean;
  version: number;
  changed_at: string;
  changed_by_name: string | null;
  taken: number;
  people: number;
  unsigned: number;
}

/** What of a file decides whether it may be enrolled, and what of it is told. */
interface FileColumns {
  pathway_id: string;
  number: string;
  department: string;
  organisation_id: string | null;
  referent_id: string | null;
  sealed: boolean;
  held: SealedRight[] | null;
  closed_on: CalendarDay | null;
}
export interface EnrolledLine extends FileColumns {
  birth_name: string | null;
  usage_name: string | null;
  first_names: string | null;
  birth_value: string | null;
  birth_precision: Enrolled['birth']['precision'];
  sex: 'F' | 'M' | 'X';
  attendance: Enrolled['attendance'];
  attended_hours: number;
  absence_reason: Enrolled['absenceReason'];
  event_id: string | null;
  version: number;
  signed_by: string | null;
  signed_by_name: string | null;
}
export interface CandidateLine extends FileColumns {
  level: CefrLevel | null;
}

/** Signed for, or to be: whoever was closed before the day is not asked, nor anybody of a session that is cancelled. */
const TO_SIGN = `e.attendance is null and not s.cancelled and (p.closed_on is null or p.closed_on >= s.held_on)`;

function columns(actor: Actor): string {
  return `s.id, s.organisation_id, o.name as organisation_name, s.kind, s.title, s.held_on, s.starts_at, s.ends_at, s.hours, s.place,
    s.seats, s.level, s.cancelled, s.version, s.changed_at, changed.display_name as changed_by_name, counted.people, counted.unsigned,
    (select t.taken from sec.seats_taken('${DATABASE_ROLE[actor.role]}', array[s.id]) t) as taken`;
}
const TABLES = `
  from group_sessions s
  join organisations o on o.id = s.organisation_id
  left join accounts changed on changed.id = s.changed_by
  cross join lateral (
    select count(*)::int as people, (count(*) filter (where ${TO_SIGN}))::int as unsigned
    from session_enrolments e join pathways p on p.id = e.pathway_id
    where e.session_id = s.id) counted`;

export interface SessionsAsked {
  readonly when: 'UPCOMING' | 'PAST' | undefined;
  readonly unsigned: true | undefined;
  readonly direction: 'ASC' | 'DESC';
  readonly limit: number;
  readonly offset: number;
}

/** A page of the sessions of the structure, by day, and how many there are. */
export async function findSessions(
  db: Db,
  actor: Actor,
  { when, unsigned, direction, limit, offset }: SessionsAsked,
  today: CalendarDay,
): Promise<{ lines: SessionLine[]; total: number }> {
  const where = [
    '$1::date is not null',
    ...(when === undefined ? [] : [when === 'UPCOMING' ? 's.held_on >= $1' : 's.held_on < $1']),
    ...(unsigned === undefined ? [] : ['s.held_on <= $1', 'counted.unsigned > 0']),
  ].join(' and ');
  const lines = await db.query<SessionLine>(
    `select ${columns(actor)} ${TABLES} where ${where}
     order by s.held_on ${direction}, s.starts_at ${direction}, s.id ${direction} limit ${limit} offset ${offset}`,
    [today],
  );
  const counted = await db.one<{ total: number }>(`select count(*)::int as total ${TABLES} where ${where}`, [today]);
  return { lines, total: counted?.total ?? 0 };
}

export function findSession(db: Db, actor: Actor, id: string): Promise<SessionLine | undefined> {
  return db.one<SessionLine>(`select ${columns(actor)} ${TABLES} where s.id = $1`, [id]);
}

/** Holds a session until the end: of two who enrol, sign or change at once, one waits for the other. */
export async function lockSession(db: Db, id: string): Promise<boolean> {
  return (await db.one('select s.id from group_sessions s where s.id = $1 for update', [id])) !== undefined;
}

export async function isSessionReached(db: Db, { id }: { readonly id: string }): Promise<boolean> {
  return (await db.one('select 1 from group_sessions s where s.id = $1', [id])) !== undefined;
}

function file(actor: Actor): string {
  return `p.id as pathway_id, p.number, p.department, p.organisation_id, p.referent_id, p.sealed, p.closed_on,
    (select array_agg(held.right_to) from seal_rights held
      where held.pathway_id = p.id and held.account_id = (select sec.account('${DATABASE_ROLE[actor.role]}'))) as held`;
}

/** Those enrolled whom the actor follows, by name. */
export function findEnrolled(db: Db, actor: Actor, sessionId: string): Promise<EnrolledLine[]> {
  return db.query<EnrolledLine>(
    `select ${file(actor)}, pe.birth_name, pe.usage_name, pe.first_names, pe.birth_value, pe.birth_precision, pe.sex,
       e.attendance, e.attended_hours, e.absence_reason, e.event_id, e.version,
       signer.id as signed_by, signer.display_name as signed_by_name
     from session_enrolments e
     join pathways p on p.id = e.pathway_id
     join people pe on pe.id = p.person_id
     left join accounts signer on signer.id = e.changed_by and e.attendance is not null
     where e.session_id = $1
     order by pe.name_sort, p.id`,
    [sessionId],
  );
}

/** As many as are of use to whoever answers the telephone: a course of several months has more. */
const TO_COME_SHOWN = 20;

export type SessionOfFileLine = Pick<
  SessionLine,
  'id' | 'kind' | 'title' | 'held_on' | 'starts_at' | 'ends_at' | 'place' | 'cancelled'
>;

/** The sessions to come, today's included, in which somebody is enrolled and not signed for yet; the nearest first. */
export function findSessionsOfFile(db: Db, pathwayId: string, today: CalendarDay): Promise<SessionOfFileLine[]> {
  return db.query<SessionOfFileLine>(
    `select s.id, s.kind, s.title, s.held_on, s.starts_at, s.ends_at, s.place, s.cancelled
     from session_enrolments e join group_sessions s on s.id = e.session_id
     where e.pathway_id = $1 and e.attendance is null and s.held_on >= $2
     order by s.held_on, s.starts_at, s.id
     limit ${TO_COME_SHOWN}`,
    [pathwayId, today],
  );
}

export function presentSessionOfFile(line: SessionOfFileLine): SessionOfFile {
  return {
    id: line.id,
    kind: line.kind,
    title: line.title,
    heldOn: line.held_on,
    startsAt: line.starts_at,
    endsAt: line.ends_at,
    place: line.place,
    cancelled: line.cancelled,
  };
}

/** Where a level of French is said: the last that was is the one known. */
const TELL_A_LEVEL = [
  'PLACEMENT_TEST',
  'LANGUAGE_MID_TEST',
  'LANGUAGE_END',
  'LANGUAGE_CERTIFICATION',
  'POST_CIR_LANGUAGE',
] as const satisfies readonly StepCode[];

/** Files in reach, among those asked; they stay whose they are until the end: a transfer, a seal wait. */
export async function lockCandidates(db: Db, actor: Actor, ids: readonly string[]): Promise<CandidateLine[]> {
  await db.query('select 1 from pathways p where p.id = any ($1::uuid[]) order by p.id for share', [ids]);
  return db.query<CandidateLine>(
    `select ${file(actor)},
       (select s.outcome from pathway_steps s
        where s.pathway_id = p.id and s.step = any ($2::text[]) and s.outcome = any ($3::text[])
        order by s.from_on desc nulls last, s.spell desc limit 1) as level
     from pathways p
     where p.id = any ($1::uuid[]) and not p.id = any ((select sec.lent_files('${DATABASE_ROLE[actor.role]}'))::uuid[])`,
    [ids, TELL_A_LEVEL, CEFR_LEVELS],
  );
}

export interface ElsewhereLine {
  pathway_id: string;
  title: string;
  held_on: CalendarDay;
  starts_at: string;
  ends_at: string;
}

/** In which other sessions of the structure they are enrolled that day. */
export function findElsewhere(
  db: Db,
  { id, held_on: heldOn }: Pick<SessionLine, 'id' | 'held_on'>,
  ids: readonly string[],
): Promise<ElsewhereLine[]> {
  return db.query<ElsewhereLine>(
    `select e.pathway_id, s.title, s.held_on, s.starts_at, s.ends_at
     from session_enrolments e join group_sessions s on s.id = e.session_id
     where e.pathway_id = any ($1::uuid[]) and s.held_on = $2 and s.id <> $3 and not s.cancelled
     order by s.starts_at, s.id`,
    [ids, heldOn, id],
  );
}

export function sessionOf(line: SessionLine): GroupSession {
  const { kind, title, held_on: heldOn, starts_at: startsAt, ends_at: endsAt, hours, seats, level, cancelled } = line;
  return { kind, title, heldOn, startsAt, endsAt, hours, seats, level, cancelled };
}

export function presentRow(line: SessionLine): GroupSessionRow {
  return {
    id: line.id,
    ...sessionOf(line),
    place: line.place,
    seatsLeft: Math.max(0, line.seats - line.taken),
    people: line.people,
    unsigned: line.unsigned,
  };
}

/**
 * The version of what a reader sees of a session. A counter of the session would move with people whom she does not see,
 * and tell her of them; and what a colleague enters of hers would refuse what she enters of her own.
 */
export function versionOf(session: SessionLine, enrolled: readonly EnrolledLine[]): number {
  const seen = [session.version, ...enrolled.map(({ pathway_id: id, version }) => `${id} ${version}`)];
  const hashed = createHash('sha256').update(JSON.stringify(seen)).digest().readUInt32BE();
  // Within what is read as a version (`versionNamed`).
  return hashed >>> 1;
}
