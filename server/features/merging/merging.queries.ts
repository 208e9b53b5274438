import type { MergeView } from '../../contract/merge.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { dayInParis } from '../../domain/calendar/dayInParis.ts';
import type { InSessions } from '../../domain/merging/mergeEvents.ts';
import { lastDayToUnmerge, refusalOfUnmerging } from '../../domain/merging/refusals.ts';
import type { Db } from '../../platform/database/db.ts';
import type { PathwayLine } from '../pathways/index.ts';

/** A correction of a field, as the history of its file keeps it. */
export interface Correction {
  readonly id: number;
  readonly pathway_id: string;
  readonly kind: 'OPENED' | 'CORRECTION';
  readonly at: string;
  readonly field: string;
  readonly before: string | null;
  readonly was: unknown;
}

/** When two files were opened, and what was corrected in them, latest first. */
export function findCorrections(db: Db, ids: readonly string[]): Promise<Correction[]> {
  return db.query<Correction>(
    `select c.id, c.pathway_id, c.kind, c.at, c.field, c.before, c.was
     from pathway_changes c
     where c.pathway_id = any ($1::uuid[]) and c.kind in ('OPENED', 'CORRECTION')
     order by c.id desc`,
    [ids],
  );
}

/** Sessions of the file that goes: which events they tell, and which of them the other file is in too. */
export async function findSessions(
  db: Db,
  keptId: string,
  otherId: string,
): Promise<InSessions & { readonly moved: readonly string[] }> {
  const lines = await db.query<{ session_id: string; event_id: string | null; is_in_both: boolean }>(
    `select e.session_id, e.event_id,
       exists (select 1 from session_enrolments k where k.session_id = e.session_id and k.pathway_id = $1) as is_in_both
     from session_enrolments e
     where e.pathway_id = $2`,
    [keptId, otherId],
  );
  const eventsOf = (wanted: typeof lines): Set<string> => new Set(wanted.flatMap(({ event_id: id }) => id ?? []));
  return {
    moved: lines.filter(({ is_in_both: isInBoth }) => !isInBoth).map(({ session_id: id }) => id),
    ofSessions: eventsOf(lines),
    ofSameSessions: eventsOf(lines.filter(({ is_in_both: isInBoth }) => isInBoth)),
  };
}

export async function isTransferAsked(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const lines = await db.query<{ pathway_id: string }>(
    `select t.pathway_id from transfers t where t.pathway_id = any ($1::uuid[]) and t.state = 'PENDING'`,
    [ids],
  );
  return new Set(lines.map(({ pathway_id: id }) => id));
}

export interface Counts {
  readonly tasks: number;
  readonly notes: number;
  readonly sessions: number;
}

/** What the file that stays would hold, as far as the reader sees it. */
export async function countWhatMoves(db: Db, keptId: string, otherId: string): Promise<Counts> {
  const counts = await db.one<Counts>(
    `select (select count(*) from tasks t where t.pathway_id in ($1, $2) and t.state = 'OPEN')::int as tasks,
       (select count(distinct n.note_id) from notes n where n.pathway_id in ($1, $2))::int as notes,
       (select count(distinct e.session_id) from session_enrolments e where e.pathway_id in ($1, $2))::int as sessions`,
    [keptId, otherId],
  );
  return counts ?? { tasks: 0, notes: 0, sessions: 0 };
}

export interface MergeLine {
  readonly id: string;
  readonly merged_id: string;
  readonly merged_number: string;
  readonly organisation_id: string;
  readonly sealed: boolean;
  readonly merged_at: string;
  readonly merged_by_name: string | null;
  readonly after_change: number;
  readonly last_change: number | null;
  readonly by_hand: readonly string[];
}

/** The files that were merged into one and are in it still, the last first. */
export function findMerges(db: Db, survivorId: string): Promise<MergeLine[]> {
  return db.query<MergeLine>(
    `select m.id, m.merged_id, m.merged_number, m.organisation_id, m.sealed, m.merged_at, a.display_name as merged_by_name,
       m.after_change, m.last_change, m.by_hand
     from merges m
     left join accounts a on a.id = m.merged_by
     where m.survivor_id = $1 and m.undone_at is null
     order by m.merged_at desc, m.id`,
    [survivorId],
  );
}

/** What was moved by a merge. */
export async function findMoved(db: Db, mergeId: string, kind: 'EVENT' | 'ENROLMENT'): Promise<string[]> {
  const lines = await db.query<{ row_id: string }>(
    'select mm.row_id from merge_moves mm where mm.merge_id = $1 and mm.kind = $2',
    [mergeId, kind],
  );
  return lines.map(({ row_id: id }) => id);
}

/** The events by which sessions tell hours in a file, of some sessions. */
export async function eventsOfSessions(db: Db, pathwayId: string, sessions: readonly string[]): Promise<string[]> {
  const lines = await db.query<{ event_id: string }>(
    `select e.event_id from session_enrolments e
     where e.pathway_id = $1 and e.session_id = any ($2::uuid[]) and e.event_id is not null`,
    [pathwayId, sessions],
  );
  return lines.map(({ event_id: id }) => id);
}

export function presentMerge(
  line: MergeLine,
  file: PathwayLine,
  { today, isAsked }: { readonly today: CalendarDay; readonly isAsked: boolean },
): MergeView {
  const mergedOn = dayInParis(new Date(line.merged_at));
  return {
    id: line.id,
    pathwayId: line.merged_id,
    number: line.merged_number,
    at: line.merged_at,
    byName: line.merged_by_name,
    until: lastDayToUnmerge(mergedOn),
    refusal: refusalOfUnmerging(
      {
        organisationId: file.organisation_id,
        isSealed: file.sealed,
        isTransferAsked: isAsked,
        wasSealed: line.sealed,
        mergedBy: line.organisation_id,
      },
      { mergedOn, today },
    ),
  };
}
