import { dayInParis } from '../domain/calendar/dayInParis.ts';
import type { CalendarDay } from '../domain/calendar/calendarDay.ts';

/** The only source of time. `today` may be fixed (setting TODAY, tests); instants stay real. */
export interface Clock {
  now(): Date;
  today(): CalendarDay;
}

export function systemClock(fixedToday?: CalendarDay): Clock {
  return { now: () => new Date(), today: () => fixedToday ?? dayInParis(new Date()) };
}
