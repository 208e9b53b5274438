import { dayNumber, dayOfNumber, keptByDay, type CalendarDay } from './calendarDay.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const said = keptByDay((dayNumbered) => {
  const day = dayOfNumber(dayNumbered);
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
});

/** A day as one says it in English: « 3 March 2026 ». */
export function formatDayEn(day: CalendarDay): string {
  return said(dayNumber(day));
}
