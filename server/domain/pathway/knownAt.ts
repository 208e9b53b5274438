import { isCalendarDay } from '../calendar/calendarDay.ts';
import { dayInParis } from '../calendar/dayInParis.ts';

/** Whether what was recorded at an instant was known at `knownAt`: an instant, or a civil day meant whole. */
export function recordedBy(knownAt: string): (recordedAt: string) => boolean {
  if (isCalendarDay(knownAt)) return (recordedAt) => dayInParis(new Date(recordedAt)) <= knownAt;
  // Instants are compared as instants: their texts differ by zone and by precision.
  const limit = Date.parse(knownAt);
  return (recordedAt) => Date.parse(recordedAt) <= limit;
}
