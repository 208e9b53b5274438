import { addDays, addMonths, differenceInCalendarDays, endOfMonth } from 'date-fns';
import { UTCDate } from '@date-fns/utc';
import type { Span } from './source.ts';

const date = (day: string): UTCDate => new UTCDate(`${day}T00:00:00Z`);
const text = (value: Date): string => value.toISOString().slice(0, 10);

// The same few days come back for ever, and date-fns is slow.
const known = new Map<string, string>();

/** The day that lies a span after another (before it, when `sign` is -1), counted by date-fns. */
export function after(day: string, { n, unit }: Span, sign: 1 | -1 = 1): string {
  const key = `${day} ${sign * n} ${unit}`;
  const found = known.get(key) ?? text((unit === 'DAY' ? addDays : addMonths)(date(day), sign * n));
  known.set(key, found);
  return found;
}

export function nextDay(day: string): string {
  return after(day, { n: 1, unit: 'DAY' });
}

export function endOfNextMonth(day: string): string {
  return text(endOfMonth(addMonths(date(`${day.slice(0, 7)}-01`), 1)));
}

/** Whole days from one to the other. */
export function daysFrom(from: string, to: string): number {
  return differenceInCalendarDays(date(to), date(from));
}

/** Summer time in Paris: from the last Sunday of March to the last Sunday of October, both at 01:00 UTC. */
function isSummerInParis(at: number): boolean {
  const year = new Date(at).getUTCFullYear();
  const lastSunday = (month: number): number => {
    const last = new Date(Date.UTC(year, month + 1, 0, 1));
    return last.getTime() - last.getUTCDay() * 86_400_000;
  };
  return at >= lastSunday(2) && at < lastSunday(9);
}

/** The civil day in Paris, by the rule of its clocks rather than by a library. */
export function parisDay(instant: string): string {
  const at = Date.parse(instant);
  return text(new Date(at + (isSummerInParis(at) ? 2 : 1) * 3_600_000));
}
