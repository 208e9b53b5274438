import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { Domain, Party, StallRuleCode } from '../pathway/codes.ts';

/** A dated fact that a stall rests on: shown with it, in the list as in the file. */
export interface StallFact {
  readonly label: string;
  readonly on?: CalendarDay;
  readonly value?: string;
}

/** « Known, waiting for X until D »: hides a stall on these days, both included. */
export interface Silence {
  readonly from: CalendarDay;
  readonly until: CalendarDay;
}

/**
 * One spell of a stall: stored, dated, valid on any day. Stalled on D when sinceOn <= D, not cleared by then, and no
 * silence contains D. A spell still to come has its sinceOn in the future: no job has to wake it.
 */
export interface StallSpell {
  readonly rule: StallRuleCode;
  readonly domain: Domain;
  /** 1, 2…: stable within a rule, so that a follow-up keeps its stall when rows are computed again. */
  readonly spell: number;
  readonly severity: 'CRITICAL' | 'NORMAL';
  readonly turn: Party;
  readonly anchorOn: CalendarDay | null;
  readonly warnOn: CalendarDay | null;
  readonly limitOn: CalendarDay | null;
  readonly sinceOn: CalendarDay | null;
  /** First day no longer stalled; null while it lasts. */
  readonly clearedOn: CalendarDay | null;
  readonly clearedByEventId: string | null;
  readonly silences: readonly Silence[];
  readonly facts: readonly StallFact[];
}

/** Silences of one rule from which the referent is shown that it keeps being put off (pathway.json `silenceLimits`). */
export const SILENCES_SHOWN = 3;

/** How many times the rule had been put off by a day: each silence counts from the day it begins. */
export function silencesBy({ silences }: Pick<StallSpell, 'silences'>, day: CalendarDay): number {
  return silences.filter(({ from }) => from <= day).length;
}

/** The last day of what puts the rule on hold on a day; null when nothing does. */
export function onHoldUntil({ silences }: Pick<StallSpell, 'silences'>, day: CalendarDay): CalendarDay | null {
  let last: CalendarDay | null = null;
  for (const { from, until } of silences)
    if (from <= day && day <= until && (last === null || last < until)) last = until;
  return last;
}

export type StallState = 'WATCH' | 'STALLED' | 'SILENCED';

/** What a spell is on a day; null when there is nothing to show. The one definition (pathway.json `stallSemantics`). */
export function stallStateOn(spell: StallSpell, day: CalendarDay): StallState | null {
  if (spell.clearedOn !== null && spell.clearedOn <= day) return null;
  if (spell.sinceOn !== null && spell.sinceOn <= day) {
    return onHoldUntil(spell, day) === null ? 'STALLED' : 'SILENCED';
  }
  return spell.warnOn !== null && spell.warnOn <= day && spell.limitOn !== null ? 'WATCH' : null;
}
