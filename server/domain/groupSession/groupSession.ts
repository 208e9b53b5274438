import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { CefrLevel } from '../pathway/codes.ts';
import { CEFR_LEVEL_LABELS } from '../pathway/labels.ts';

export const SESSION_KINDS = ['LANGUAGE', 'CIVIC', 'INFORMATION', 'WORKSHOP'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** Of what a session is one: its hours are those of the French course or of the civic days, or of no step of the pathway. */
export const COURSE_OF: Record<SessionKind, 'LANGUAGE' | 'CIVIC' | null> = {
  LANGUAGE: 'LANGUAGE',
  CIVIC: 'CIVIC',
  INFORMATION: null,
  WORKSHOP: null,
};

/** When it is: a civil day, and times as they are written on a poster (`09:30`), without a zone. */
export interface SessionTimes {
  readonly heldOn: CalendarDay;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface GroupSession extends SessionTimes {
  readonly kind: SessionKind;
  readonly title: string;
  /** Hours that count: less than it lasts where there is a break. */
  readonly hours: number;
  readonly seats: number;
  /** The level of those whom it is for; null: of everybody. */
  readonly level: CefrLevel | null;
  /** Not given after all. It keeps those who expected it: they are to be told. */
  readonly cancelled: boolean;
}

export interface SessionRefusal {
  readonly code: string;
  readonly field: string;
  readonly reason: string;
}

/** What is wrong with the times and hours of a session, or null. */
export function refusalOfTimes({
  startsAt,
  endsAt,
  hours,
}: Pick<GroupSession, 'startsAt' | 'endsAt' | 'hours'>): SessionRefusal | null {
  const minutes = minutesOf(endsAt) - minutesOf(startsAt);
  if (minutes <= 0)
    return {
      code: 'ends_before_start',
      field: 'endsAt',
      reason: 'La séance finit après avoir commencé\u00a0: vérifiez les deux heures.',
    };
  if (hours * 60 > minutes)
    return {
      code: 'hours_over_duration',
      field: 'hours',
      reason: `De ${timeWords(startsAt)} à ${timeWords(endsAt)}, il n’y a pas autant d’heures à compter.`,
    };
  return null;
}

/**
 * What a session may no longer become: once its day has come, hours were told to files by it; once somebody was signed
 * for, it was given. `isSigned`: as far as whoever asks sees, so that no refusal tells of anybody else.
 */
export function refusalOfChange(
  before: GroupSession,
  after: GroupSession,
  { today, isSigned }: { readonly today: CalendarDay; readonly isSigned: boolean },
): SessionRefusal | null {
  if (after.cancelled && !before.cancelled && isSigned)
    return {
      code: 'session_signed',
      field: 'cancelled',
      reason:
        'Des présences sont notées à cette séance\u00a0: elle a eu lieu. Désinscrivez ces personnes pour l’annuler.',
    };
  const isMoved = after.heldOn !== before.heldOn || after.hours !== before.hours;
  if (!isMoved || before.heldOn > today) return null;
  return {
    code: 'session_held',
    field: after.heldOn === before.heldOn ? 'hours' : 'heldOn',
    reason: 'Le jour de cette séance est venu\u00a0: son jour et ses heures ne changent plus. Corrigez l’émargement.',
  };
}

/** Of a session that is not given, nobody is enrolled nor signed for; null of another. */
export function refusalOfCancelled({ cancelled }: Pick<GroupSession, 'cancelled'>): SessionRefusal | null {
  if (!cancelled) return null;
  return {
    code: 'session_cancelled',
    field: 'rows',
    reason: 'Cette séance est annulée\u00a0: rétablissez-la d’abord.',
  };
}

/** Whether two sessions want somebody at the same time. One that begins when another ends does not. */
export function overlap(a: SessionTimes, b: SessionTimes): boolean {
  return a.heldOn === b.heldOn && a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** Somebody whom one would enrol, as far as one reaches her. */
export interface Candidate {
  readonly pathwayId: string;
  /** Why the table of rights does not let her be enrolled; null where it does. */
  readonly refusal: { readonly code: string; readonly reason: string } | null;
  readonly isEnrolled: boolean;
  readonly isClosed: boolean;
  /** She takes no seat that others count: a count that moves with her would tell of her. */
  readonly isSealed: boolean;
  readonly level: CefrLevel | null;
  /** Where she is enrolled already. */
  readonly elsewhere: readonly (SessionTimes & { readonly title: string })[];
}

export type EnrolmentResult =
  | { readonly pathwayId: string; readonly outcome: 'ENROLLED'; readonly code: null; readonly reason: null }
  | { readonly pathwayId: string; readonly outcome: 'REFUSED'; readonly code: string; readonly reason: string };

/** One by one, in the order asked: whoever is refused leaves her seat to the next. */
export function judgeEnrolments(
  session: GroupSession,
  seatsTaken: number,
  candidates: readonly Candidate[],
): EnrolmentResult[] {
  let left = session.seats - seatsTaken;
  const met = new Set<string>();
  return candidates.map((candidate) => {
    const { pathwayId, isSealed } = candidate;
    const refusal = met.has(pathwayId) ? ALREADY : refusalOf(session, candidate, left);
    met.add(pathwayId);
    if (refusal !== null) return { pathwayId, outcome: 'REFUSED', ...refusal };
    if (!isSealed) left -= 1;
    return { pathwayId, outcome: 'ENROLLED', code: null, reason: null };
  });
}

const ALREADY = { code: 'already_enrolled', reason: 'Cette personne y est déjà inscrite.' };

function refusalOf(
  session: GroupSession,
  { refusal, isEnrolled, isClosed, isSealed, level, elsewhere }: Candidate,
  left: number,
): { readonly code: string; readonly reason: string } | null {
  if (refusal !== null) return refusal;
  if (isEnrolled) return ALREADY;
  const cancelled = refusalOfCancelled(session);
  if (cancelled !== null) return { code: cancelled.code, reason: cancelled.reason };
  if (isClosed)
    return { code: 'pathway_closed', reason: 'Ce parcours est clos\u00a0: rouvrez-le avant d’inscrire la personne.' };
  const clash = elsewhere.find((other) => overlap(other, session));
  if (clash !== undefined)
    return {
      code: 'session_clash',
      reason: `Cette personne est inscrite à «\u00a0${clash.title}\u00a0», de ${timeWords(clash.startsAt)} à ${timeWords(clash.endsAt)} ce jour-là.`,
    };
  if (session.level !== null && level !== null && level !== session.level)
    return {
      code: 'wrong_level',
      reason: `Cette séance est de niveau ${CEFR_LEVEL_LABELS[session.level]}\u202f; son dossier dit ${CEFR_LEVEL_LABELS[level]}.`,
    };
  if (!isSealed && left <= 0) return { code: 'session_full', reason: 'Il n’y a plus de place dans cette séance.' };
  return null;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** `09:00` → « 9 h », `14:30` → « 14 h 30 ». */
export function timeWords(time: string): string {
  const [hours = '', minutes = ''] = time.split(':');
  return [`${Number(hours)}\u00a0h`, ...(minutes === '00' ? [] : [minutes])].join('\u00a0');
}
