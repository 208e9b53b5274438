import type { CalendarDay } from './calendarDay.ts';

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

const said = new Map<CalendarDay, string>();

/** A day as one says it in French: « 3 mars 2026 », « 1er mars 2026 ». */
export function formatDayFr(day: CalendarDay): string {
  const known = said.get(day);
  if (known !== undefined) return known;
  const number = Number(day.slice(8, 10));
  const words = `${number === 1 ? '1er' : number} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
  said.set(day, words);
  return words;
}
