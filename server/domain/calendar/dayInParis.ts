import { calendarDay, type CalendarDay } from './calendarDay.ts';

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
