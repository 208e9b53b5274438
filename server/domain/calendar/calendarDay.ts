declare const CIVIL: unique symbol;

/**
 * A civil day in Europe/Paris, `YYYY-MM-DD`. A string from end to end: it compares, sorts, stores and travels as it is,
 * and no time zone of a server or of a browser can move it. Only `calendarDay` and `isCalendarDay` make one.
 */
export type CalendarDay = string & { readonly [CIVIL]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

// Integer arithmetic rather than date-fns here: the engine computes some sixty limits a pathway and plans them by the
// hundred thousand; through Date objects the same work is more than ten times slower.

/** Days from 1 March of year 0 (proleptic Gregorian): the civil-from-days arithmetic of Howard Hinnant. */
function toOrdinal(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

function fromOrdinal(ordinal: number): CalendarDay {
  const era = Math.floor(ordinal / 146097);
  const dayOfEra = ordinal - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return write(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1);
}

function write(year: number, month: number, day: number): CalendarDay {
  const y = year < 1000 ? String(year).padStart(4, '0') : String(year);
  return `${y}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as CalendarDay;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function lengthOfMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function parts(day: CalendarDay): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** Whether a value is the text of a real day of the calendar: 2025-02-29 is not. */
export function isCalendarDay(value: unknown): value is CalendarDay {
  if (typeof value !== 'string') return false;
  const match = SHAPE.exec(value);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);
}

/** Reads a day. Throws RangeError when the text is not a day of the calendar. */
export function calendarDay(text: string): CalendarDay {
  if (!isCalendarDay(text)) throw new RangeError(`Not a day of the calendar: ${text}`);
  return text;
}

/** The day `count` days later (earlier when negative). */
export function plusDays(day: CalendarDay, count: number): CalendarDay {
  return count === 0 ? day : fromOrdinal(toOrdinal(...parts(day)) + count);
}

/**
 * The same day number `count` months later, or the last day of that month where it has no such day
 * (31 January + 1 month = 28 or 29 February). Always from the anchor, never month by month (decision 6).
 */
export function plusMonths(day: CalendarDay, count: number): CalendarDay {
  const [year, month, number] = parts(day);
  const index = year * 12 + (month - 1) + count;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return write(targetYear, targetMonth, Math.min(number, lengthOfMonth(targetYear, targetMonth)));
}

/** Days from one day to another: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return toOrdinal(...parts(to)) - toOrdinal(...parts(from));
}

/** The last day of the month of a day. */
export function endOfMonth(day: CalendarDay): CalendarDay {
  const [year, month] = parts(day);
  return write(year, month, lengthOfMonth(year, month));
}

export function laterOf(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a > b ? a : b;
}

export function earlierOf(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a < b ? a : b;
}
