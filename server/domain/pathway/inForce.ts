import type { CalendarDay } from '../calendar/calendarDay.ts';

/** Rules that hold from a day on, until the next ones do. */
export interface Dated {
  readonly validFrom: string;
}

/**
 * The last of dated rules, oldest first, whose first day has come; undefined before the first. Their last day is never
 * read: publishing a successor would otherwise mean editing what is already published.
 */
export function inForceOn<T extends Dated>(published: readonly T[], day: CalendarDay): T | undefined {
  return published.findLast(({ validFrom }) => validFrom <= day);
}
