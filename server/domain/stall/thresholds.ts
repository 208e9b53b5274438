import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { Duration } from '../calendar/period.ts';
import type { Population, StallRuleCode } from '../pathway/codes.ts';
import { deepFreeze } from '../pathway/deepFreeze.ts';
import { RULES, type StallRule } from './rules.ts';

/** What may be set of a rule: when it warns, when it fires, how many times. Absent where the rule has none. */
export interface Threshold {
  readonly warn: Duration | null;
  readonly limit: Duration | null;
  readonly warnByPopulation?: { readonly [K in Population]?: Duration };
  readonly limitByPopulation?: { readonly [K in Population]?: Duration };
  readonly countLimit?: number;
}

/** Longest silence, in days after the day it begins (pathway.json `silenceLimits`). */
export interface SilenceDays {
  readonly NORMAL: number;
  readonly CRITICAL: number;
}

/** Every threshold that may be set, as it is on a day and those that follow. */
export interface ThresholdSet {
  /** First day in force; null for the proposals that practitioners began with, in force until something is published. */
  readonly effectiveOn: CalendarDay | null;
  readonly rules: { readonly [K in StallRuleCode]?: Threshold };
  readonly silenceDays: SilenceDays;
}

/** The sets one after the other: the first in force from the beginning, each until the day of the next one. */
export type Thresholds = readonly ThresholdSet[];

/** A threshold is a setting where it is a proposal; what the law or a text sets is not (pathway.json `confidence`). */
export function isSettable({ confidence }: StallRule): boolean {
  return confidence === 'proposal';
}

export const SETTABLE_RULES: readonly StallRule[] = RULES.filter(isSettable);

/** The threshold that the domain data propose for a rule. */
export function proposedThreshold({
  warn,
  limit,
  warnByPopulation,
  limitByPopulation,
  countLimit,
}: StallRule): Threshold {
  return {
    warn,
    limit,
    ...(warnByPopulation === undefined ? {} : { warnByPopulation }),
    ...(limitByPopulation === undefined ? {} : { limitByPopulation }),
    ...(countLimit === undefined ? {} : { countLimit }),
  };
}

/** What is in force as long as nobody has published anything. */
export const PROPOSED: Thresholds = deepFreeze([
  {
    effectiveOn: null,
    rules: Object.fromEntries(SETTABLE_RULES.map((rule) => [rule.code, proposedThreshold(rule)])),
    silenceDays: { NORMAL: 90, CRITICAL: 15 },
  },
]);

/** What was published for a day: it changes the thresholds that it names, and leaves the others. Never edited. */
export interface Publication {
  readonly effectiveOn: CalendarDay;
  readonly rules: ThresholdSet['rules'];
  readonly silenceDays: SilenceDays | null;
}

/**
 * Publications, in the order in which they were made → the sets in force, in the order of their days. Of two that name
 * the same rule for the same day, the last one counts; one for an earlier day does not undo one for a later day.
 */
export function thresholdsOf(published: readonly Publication[]): Thresholds {
  const sets: ThresholdSet[] = [...PROPOSED];
  // A stable sort: publications of one day stay in their order.
  const byDay = [...published].sort((a, b) =>
    a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0,
  );
  for (const { effectiveOn, rules, silenceDays } of byDay) {
    const before = sets.at(-1) ?? PROPOSED[0];
    if (before === undefined) continue;
    const set = { effectiveOn, rules: { ...before.rules, ...rules }, silenceDays: silenceDays ?? before.silenceDays };
    if (before.effectiveOn === effectiveOn) sets[sets.length - 1] = set;
    else sets.push(set);
  }
  return sets;
}

/** The set in force on a day. */
export function setInForce(thresholds: Thresholds, day: CalendarDay): ThresholdSet {
  const inForce = thresholds.findLast(({ effectiveOn }) => effectiveOn === null || effectiveOn <= day) ?? thresholds[0];
  if (inForce === undefined) throw new RangeError('No threshold is in force from the beginning');
  return inForce;
}

/** A rule as a set of thresholds has it. */
export function ruleUnder(rule: StallRule, { rules }: ThresholdSet): StallRule {
  const threshold = isSettable(rule) ? rules[rule.code] : undefined;
  return threshold === undefined ? rule : { ...rule, ...threshold };
}
