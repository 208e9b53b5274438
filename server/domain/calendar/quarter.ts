import { endOfMonth, plusMonths, type CalendarDay } from './calendarDay.ts';

/** A calendar quarter, both days included. */
export interface Quarter {
  readonly code: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** Reads `2026-Q3`; undefined when it is not a quarter. */
export function parseQuarter(code: string): Quarter | undefined {
  const match = /^(\d{4})-Q([1-4])$/.exec(code);
  if (match === null) return undefined;
  const from = `${match[1]}-${String((Number(match[2]) - 1) * 3 + 1).padStart(2, '0')}-01` as CalendarDay;
  return { code, from, to: endOfMonth(plusMonths(from, 2)) };
}

/** The quarter that a day belongs to. */
export function quarterOf(day: CalendarDay): Quarter {
  const code = `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  const quarter = parseQuarter(code);
  if (quarter === undefined) throw new RangeError(`Not a day of the calendar: ${day}`);
  return quarter;
}
