declare const CIVIL: unique symbol;

/**
 * A civil day in Europe/Paris, `YYYY-MM-DD`. A string from end to end: it compares, sorts, stores and travels as it is,
 * and no time zone of a server or of a browser can move it. Only `calendarDay` and `isCalendarDay` make one.
 */
export type CalendarDay = string & { readonly [CIVIL]: true };

// Integer arithmetic rather than date-fns here: a plan computes some eighty limits and the bench plans a hundred
// thousand pathways. Measured on one core: 0.05 µs a limit, against 0.9 µs through UTCDate. A property test holds both
// to the same answers.

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lengthOfMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function twoDigits(day: CalendarDay, at: number): number {
  return day.charCodeAt(at) * 10 + day.charCodeAt(at + 1) - 528;
}
function yearOf(day: CalendarDay): number {
  return twoDigits(day, 0) * 100 + twoDigits(day, 2);
}

/** Days since 1 March of year 0 (proleptic Gregorian): Howard Hinnant's civil-from-days arithmetic. */
function toOrdinal(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

/** The number of a day, one more each day: to compare many days at little cost. */
export function dayNumber(day: CalendarDay): number {
  return toOrdinal(yearOf(day), twoDigits(day, 5), twoDigits(day, 8));
}

function spell(ordinal: number): CalendarDay {
  const era = Math.floor(ordinal / 146097);
  const dayOfEra = ordinal - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const padded = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as CalendarDay;
}

const FIRST_KEPT = toOrdinal(1900, 1, 1);
const KEPT = toOrdinal(2100, 1, 1) - FIRST_KEPT;

/**
 * Keeps what is said of a day, by its number, the first time that it is asked: the same few thousand days of two
 * centuries come back for ever. The array is filled beforehand, or it would be kept as a table of rare places.
 */
export function keptByDay(say: (number: number) => string): (number: number) => string {
  const kept = Array.from({ length: KEPT }, () => '');
  return (number) => {
    const place = number - FIRST_KEPT;
    if (place < 0 || place >= KEPT) return say(number);
    const known = kept[place];
    return known === undefined || known === '' ? (kept[place] = say(number)) : known;
  };
}

/** The day that has a number. */
export const dayOfNumber = keptByDay(spell) as (number: number) => CalendarDay;

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
  return count === 0 ? day : dayOfNumber(dayNumber(day) + count);
}

/**
 * The same day number `count` months later, or the last day of that month where it has no such day
 * (31 January + 1 month = 28 or 29 February). Always from the anchor, never month by month (decision 6).
 */
export function plusMonths(day: CalendarDay, count: number): CalendarDay {
  if (count === 0) return day;
  const months = yearOf(day) * 12 + twoDigits(day, 5) - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dayOfNumber(toOrdinal(year, month, Math.min(twoDigits(day, 8), lengthOfMonth(year, month))));
}

/** Days from one day to another: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** The last day of the month of a day. */
export function endOfMonth(day: CalendarDay): CalendarDay {
  const [year, month] = [yearOf(day), twoDigits(day, 5)];
  return dayOfNumber(toOrdinal(year, month, lengthOfMonth(year, month)));
}

export function laterOf(first: CalendarDay, ...others: readonly CalendarDay[]): CalendarDay {
  return others.reduce((latest, day) => (day > latest ? day : latest), first);
}

export function earlierOf(first: CalendarDay, ...others: readonly CalendarDay[]): CalendarDay {
  return others.reduce((earliest, day) => (day < earliest ? day : earliest), first);
}
