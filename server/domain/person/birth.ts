import { calendarDay, daysBetween, endOfMonth, isCalendarDay, type CalendarDay } from '../calendar/calendarDay.ts';

export const BIRTH_PRECISIONS = ['DAY', 'MONTH', 'YEAR', 'UNKNOWN'] as const;
export type BirthPrecision = (typeof BIRTH_PRECISIONS)[number];

/** A birth date as precisely as it is known: `1990-03-10`, `1990-03`, `1990` or nothing. A day is never invented. */
export type Birth =
  | { readonly value: string; readonly precision: 'DAY' | 'MONTH' | 'YEAR' }
  | { readonly value: null; readonly precision: 'UNKNOWN' };

export const UNKNOWN_BIRTH = Object.freeze({ value: null, precision: 'UNKNOWN' } as const) satisfies Birth;

/** The first and the last day that a birth may have been; null when nothing is known or when the value does not fit its precision. */
export function birthRange({
  value,
  precision,
}: Birth): { readonly from: CalendarDay; readonly to: CalendarDay } | null {
  if (value === null) return null;
  if (precision === 'DAY') return isCalendarDay(value) ? { from: value, to: value } : null;
  const first = precision === 'MONTH' ? `${value}-01` : `${value}-01-01`;
  if (!isCalendarDay(first)) return null;
  return { from: first, to: precision === 'MONTH' ? endOfMonth(first) : calendarDay(`${value}-12-31`) };
}

/**
 * The age in whole years that a person has reached for certain on a day: of a birth known by its year, the age of
 * whoever was born on 31 December. Null when nothing is known, or when the birth may be later than the day.
 * Someone born on 29 February reaches the age on 1 March of a common year.
 */
export function ageOn(birth: Birth, day: CalendarDay): number | null {
  const range = birthRange(birth);
  if (range === null || daysBetween(range.to, day) < 0) return null;
  const years = Number(day.slice(0, 4)) - Number(range.to.slice(0, 4));
  return day.slice(5) >= range.to.slice(5) ? years : years - 1;
}

/** Whether two births may be the same day. One that is not known is compatible with any. */
export function birthsCompatible(a: Birth, b: Birth): boolean {
  const [first, second] = [birthRange(a), birthRange(b)];
  return first === null || second === null || (first.from <= second.to && second.from <= first.to);
}

/** Whether a birth has the shape of its precision and is a day, a month or a year of the calendar. */
export function isPossibleBirth(birth: Birth): boolean {
  return birth.precision === 'UNKNOWN' ? birth.value === null : birthRange(birth) !== null;
}

/** The birth as the facts of a pathway hold it (`bornOn`): a day, or the year alone; null when it is not known. */
export function bornOnFact({ value, precision }: Birth): string | null {
  return precision === 'DAY' ? value : (value?.slice(0, 4) ?? null);
}
