import { dayNumber, dayOfNumber, keptByDay, type CalendarDay } from './calendarDay.ts';

// A table, kept once said, rather than date-fns' formatter: a plan says some fifty days, a third of its cost before.
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

const said = keptByDay((dayNumbered) => {
  const day = dayOfNumber(dayNumbered);
  const number = Number(day.slice(8, 10));
  return `${number === 1 ? '1er' : number} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
});

/** A day as one says it in French: « 3 mars 2026 », « 1er mars 2026 ». */
export function formatDayFr(day: CalendarDay): string {
  return said(dayNumber(day));
}
