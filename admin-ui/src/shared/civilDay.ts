import type { FactsInput } from '../../../server/contract/pathway.ts';

/** A civil day as the contract types it. The browser's own date field already gives YYYY-MM-DD; the server checks it. */
export type CivilDay = NonNullable<FactsInput['enteredFranceOn']>;

/** A day so many days after another, or before it. UTC from end to end: no zone can move it. */
export function daysAfter(day: CivilDay, count: number): CivilDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10) as CivilDay;
}

/** The day before, for what lasts « until » a day included. */
export function dayBefore(day: CivilDay): CivilDay {
  return daysAfter(day, -1);
}

/** How many days from one to another: negative when the other is past. */
export function daysFrom(day: string, other: string): number {
  return Math.round((Date.parse(other) - Date.parse(day)) / 86_400_000);
}
