import type { AttendanceInput, Enrolled, GroupSessionView } from '../../../server/contract/groupSession.ts';

/** What a line of the grid says: as it is kept, or as it is typed. */
export type Entry = Pick<Enrolled, 'attendance' | 'attendedHours' | 'absenceReason'> & {
  readonly attendance: NonNullable<Enrolled['attendance']>;
};
/** What was typed since the page was opened, by person. */
export type Typed = ReadonlyMap<string, Entry>;

/** Those who are signed for: whoever was closed before the day is not, unless she was already. */
export function toSign({ enrolled }: GroupSessionView): Enrolled[] {
  return enrolled.filter(({ closed, attendance }) => !closed || attendance !== null);
}

/** Somebody of whom nothing is entered is taken to have come: absences are the exception. */
export function entryOf(line: Enrolled, hours: number, typed: Typed): Entry {
  const { attendance, attendedHours, absenceReason } = line;
  return (
    typed.get(line.pathwayId) ??
    (attendance === null
      ? { attendance: 'PRESENT', attendedHours: hours, absenceReason: null }
      : { attendance, attendedHours, absenceReason })
  );
}

/** The entry once it is said that somebody came, or not: hours and reason follow. */
export function withAttendance(entry: Entry, attendance: Entry['attendance'], hours: number): Entry {
  if (attendance === entry.attendance) return entry;
  if (attendance === 'PRESENT') return { attendance, attendedHours: hours, absenceReason: null };
  return { attendance, attendedHours: 0, absenceReason: entry.attendance === 'PRESENT' ? null : entry.absenceReason };
}

/** Whether what is sent is so already: its answer was lost. */
export function isKept({ enrolled }: GroupSessionView, rows: AttendanceInput['rows']): boolean {
  const kept = new Map(enrolled.map((line) => [line.pathwayId, line]));
  return rows.every((row) => isAs(row, kept.get(row.pathwayId)));
}

type Said = Partial<Pick<Enrolled, 'attendance' | 'attendedHours' | 'absenceReason'>>;

function isAs(entry: Said, line: Said | undefined): boolean {
  return (
    entry.attendance === line?.attendance &&
    entry.attendedHours === line?.attendedHours &&
    entry.absenceReason === line?.absenceReason
  );
}

/** What was typed since something else of it was sent. */
export function typedSince(typed: Typed, sent: Typed): Typed {
  return new Map([...typed].filter(([id, entry]) => !isAs(entry, sent.get(id))));
}

/** Who else entered what differs from what was shown. */
export function enteredByOthers(shown: GroupSessionView, now: GroupSessionView, own: string): string[] {
  const before = new Map(shown.enrolled.map((line) => [line.pathwayId, line]));
  const names = now.enrolled.flatMap((line) => {
    const { signedBy } = line;
    const known = before.get(line.pathwayId);
    return signedBy === null || signedBy.id === own || (known !== undefined && isAs(known, line))
      ? []
      : [signedBy.name];
  });
  return [...new Set(names)];
}

/** Only what is not kept as it stands: a colleague’s entries stay hers. */
export function rowsToSend(session: GroupSessionView, typed: Typed): AttendanceInput['rows'] {
  return toSign(session).flatMap((line) => {
    const entry = entryOf(line, session.hours, typed);
    return isAs(entry, line) ? [] : [{ pathwayId: line.pathwayId, ...entry }];
  });
}
