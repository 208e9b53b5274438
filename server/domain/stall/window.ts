import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { StallFact } from './stallSpell.ts';

/** A stretch of time in which a rule may fire: from an anchor (or from the fact that fired it) to what ended it. */
export interface Window {
  readonly anchorOn: CalendarDay;
  /** The extension that opened it: what is over by that day never had these limits. Absent for the first window. */
  readonly extendedOn?: CalendarDay | undefined;
  /** Rules by count, ratio or test have no limit: they are stalled from this very day. */
  readonly firedOn?: CalendarDay;
  readonly extraMonths?: number;
  /** The day of the document that it begins with: nothing is said of it before, and `endedOn` says all that clears it. */
  readonly beganOn?: CalendarDay;
  readonly endedOn: CalendarDay | null;
  readonly endedBy: string | null;
  readonly facts: readonly StallFact[];
}
