import type { CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import { voidedIds, type AttendanceEvent, type PathwayEvent } from '../pathway/events.ts';
import { COURSE_OF, type GroupSession, type SessionRefusal } from './groupSession.ts';

export const ATTENDANCES = ['PRESENT', 'ABSENT', 'EXCUSED'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** Why somebody did not come: codes, and none that tells of her health. */
export const ABSENCE_REASONS = ['WORK', 'FAMILY', 'APPOINTMENT', 'TRANSPORT', 'LEGITIMATE'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** What is entered of one person. */
export interface AttendanceEntry {
  readonly attendance: Attendance;
  /** Of whoever came: those of the session where nothing is said. */
  readonly attendedHours?: number | undefined;
  readonly absenceReason?: AbsenceReason | null | undefined;
}

/** What is kept of it. */
export interface KeptAttendance {
  readonly attendance: Attendance;
  readonly attendedHours: number;
  readonly absenceReason: AbsenceReason | null;
}

export type EntryVerdict =
  { readonly accepted: true; readonly kept: KeptAttendance } | ({ readonly accepted: false } & SessionRefusal);

/** Nobody has come to what has not taken place: null once its day has come. */
export function refusalOfDayBefore(
  { heldOn }: Pick<GroupSession, 'heldOn'>,
  today: CalendarDay,
): SessionRefusal | null {
  if (heldOn <= today) return null;
  return {
    code: 'session_to_come',
    field: 'rows',
    reason: `Cette séance est le ${formatDayFr(heldOn)}\u00a0: l’émargement se fait à partir de ce jour.`,
  };
}

/** What to keep of an entry. Whoever came has hours, at most those of the session; whoever did not has none. */
export function judgeEntry({ hours }: Pick<GroupSession, 'hours'>, entry: AttendanceEntry): EntryVerdict {
  const { attendance, attendedHours, absenceReason = null } = entry;
  const refused = (code: string, field: string, reason: string): EntryVerdict => ({
    accepted: false,
    code,
    field,
    reason,
  });
  if (attendance === 'PRESENT') {
    if (absenceReason !== null)
      return refused('reason_of_presence', 'absenceReason', 'Une personne présente n’a pas de motif d’absence.');
    const attended = attendedHours ?? hours;
    if (attended <= 0)
      return refused('no_hours', 'attendedHours', 'Une personne présente a des heures\u00a0: sinon, notez-la absente.');
    if (attended > hours)
      return refused('hours_over_session', 'attendedHours', 'Plus d’heures que n’en compte la séance.');
    return { accepted: true, kept: { attendance, attendedHours: attended, absenceReason: null } };
  }
  if ((attendedHours ?? 0) !== 0)
    return refused(
      'hours_of_absence',
      'attendedHours',
      'Une personne absente n’a pas d’heures\u00a0: sinon, notez-la présente.',
    );
  return { accepted: true, kept: { attendance, attendedHours: 0, absenceReason } };
}

/**
 * The event by which a file tells these hours; null where the session is of no step. Whoever is excused has not followed
 * them either: what is asked of her is a share of the hours planned, and no text leaves an absence out of it.
 */
export function attendanceEvent(
  { kind, heldOn, hours }: Pick<GroupSession, 'kind' | 'heldOn' | 'hours'>,
  { attendedHours }: KeptAttendance,
): AttendanceEvent | null {
  const attendance = COURSE_OF[kind];
  return attendance === null ? null : { attendance, on: heldOn, attendedHours, plannedHours: hours };
}

/**
 * The event of a file that tells now what this one told: itself, or what corrected it since, by whichever hand. Undefined
 * once it was taken back: then nothing tells these hours, and telling them again counts them once.
 */
export function standingEvent(events: readonly PathwayEvent[], id: string): PathwayEvent | undefined {
  const byId = new Map(events.flatMap((event) => (event.id === undefined ? [] : [[event.id, event] as const])));
  const rootOf = (event: PathwayEvent): string | undefined => {
    let root = event;
    const met = new Set<PathwayEvent>();
    for (let next: PathwayEvent | undefined = root; next !== undefined && !met.has(next);) {
      met.add(next);
      root = next;
      const corrected: string | undefined = 'retracts' in next ? undefined : next.corrects;
      next = corrected === undefined ? undefined : byId.get(corrected);
    }
    return root.id;
  };
  const noted = byId.get(id);
  if (noted === undefined) return undefined;
  const [root, voided] = [rootOf(noted), voidedIds(events)];
  return events.findLast(
    (event) => !('retracts' in event) && event.id !== undefined && !voided.has(event.id) && rootOf(event) === root,
  );
}
