import type { TimelineView } from '../../../../../server/contract/pathway.ts';
import { daysAfter, type CivilDay } from '../../../shared/civilDay.ts';

/** How many days are drawn: about today, the usual stretch of a follow-up, or all that is known. */
export const STRETCHES = ['NEAR', 'USUAL', 'ALL'] as const;
export type Stretch = (typeof STRETCHES)[number];

const NEAR_DAYS = 91;
const BEFORE_DAYS = 365;
const AFTER_DAYS = 183;
const MARGIN_DAYS = 14;

/** From a day to another, both drawn. */
export interface Scale {
  readonly from: CivilDay;
  readonly to: CivilDay;
  /** The place of the start of a day, from 0 to 100; out of the picture below or above. */
  readonly at: (day: string) => number;
}

/** The first days of months, or of years when there would be too many. */
export interface Tick {
  readonly day: CivilDay;
  readonly at: number;
  readonly isYear: boolean;
}

export function scaleOf(timeline: TimelineView, stretch: Stretch): Scale {
  const { today } = timeline;
  const days = daysOf(timeline);
  const first = days.reduce((one, other) => (other < one ? other : one), today as string);
  const last = days.reduce((one, other) => (other > one ? other : one), today as string);
  const bounds = {
    NEAR: [daysAfter(today, -NEAR_DAYS), daysAfter(today, NEAR_DAYS)],
    USUAL: [later(daysAfter(today, -BEFORE_DAYS), first), sooner(daysAfter(today, AFTER_DAYS), last)],
    ALL: [first, last],
  } as const;
  const [from, to] = stretch === 'NEAR' ? bounds.NEAR : bounds[stretch];
  return scaleBetween(
    stretch === 'NEAR' ? from : daysAfter(from as CivilDay, -MARGIN_DAYS),
    stretch === 'NEAR' ? to : daysAfter(to as CivilDay, MARGIN_DAYS),
  );
}

function scaleBetween(from: string, to: string): Scale {
  const start = dayNumber(from);
  const length = Math.max(1, dayNumber(to) - start);
  return {
    from: from as CivilDay,
    to: to as CivilDay,
    at: (day) => ((dayNumber(day) - start) / length) * 100,
  };
}

/** Every day that is drawn somewhere. */
function daysOf({ from, steps, stalls }: TimelineView): string[] {
  return [
    from,
    ...steps.flatMap(({ spans, dueOn }) => [dueOn, ...spans.map((span) => span.from)]),
    ...stalls.flatMap(({ since, limitOn, until }) => [since, limitOn, until]),
  ].filter((day) => day !== null);
}

const later = (one: string, other: string): string => (one > other ? one : other);
const sooner = (one: string, other: string): string => (one < other ? one : other);

function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / 86_400_000;
}

const TICKS_AT_MOST = 20;
const MONTHS_APART = [1, 3, 12];

export function ticksOf({ from, to, at }: Scale): Tick[] {
  const months = monthsBetween(from, to);
  const apart = MONTHS_APART.find((count) => months.length / count <= TICKS_AT_MOST) ?? 12;
  return months
    .filter((day) => (Number(day.slice(5, 7)) - 1) % apart === 0)
    .map((day) => ({ day, at: at(day), isYear: day.slice(5, 7) === '01' }));
}

function monthsBetween(from: string, to: string): CivilDay[] {
  const months: CivilDay[] = [];
  let [year = 0, month = 1] = from.split('-').map(Number);
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const day = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    if (day > to) return months;
    months.push(day as CivilDay);
  }
}
