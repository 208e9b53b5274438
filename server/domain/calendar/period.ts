import { plusDays, plusMonths, type CalendarDay } from './calendarDay.ts';

/** A length of time as the law writes it: so many days, or so many months. */
export interface Duration {
  readonly n: number;
  readonly unit: 'DAY' | 'MONTH';
}

/** The day that lies a duration after an anchor (before it, when `sign` is -1). */
export function shift(anchor: CalendarDay, duration: Duration, sign: 1 | -1 = 1): CalendarDay {
  return duration.unit === 'DAY' ? plusDays(anchor, sign * duration.n) : plusMonths(anchor, sign * duration.n);
}
