import { calendarDay, plusDays, type CalendarDay } from './calendarDay.ts';

const PARIS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The civil day that an instant falls on in Paris, whatever the zone of the server (decision 6). */
export function dayInParis(instant: Date): CalendarDay {
  return calendarDay(PARIS.format(instant));
}

/** The instant at which a civil day begins in Paris: at 22:00 or 23:00 of the day before in UTC, by the season. */
export function midnightInParis(day: CalendarDay): string {
  const inSummer = `${plusDays(day, -1)}T22:00:00Z`;
  return dayInParis(new Date(inSummer)) === day ? inSummer : `${plusDays(day, -1)}T23:00:00Z`;
}
