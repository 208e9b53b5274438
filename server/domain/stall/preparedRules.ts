import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { Duration } from '../calendar/period.ts';
import { anchorReader } from '../pathway/anchors.ts';
import type { Catalogue } from '../pathway/catalogue.ts';
import type { Population, StepCode, StepStatus } from '../pathway/codes.ts';
import { stepNumber, type Standing } from '../pathway/standing.ts';
import { dueOn } from '../pathway/stepDates.ts';
import { citation } from '../pathway/words.ts';
import { RULES, type StallRule } from './rules.ts';
import { ruleUnder, type Thresholds } from './thresholds.ts';

/** A rule as pathways of one catalogue have it: its anchor and clearing steps found, its limits dated. */
export interface PreparedRule {
  readonly rule: StallRule;
  readonly readAnchor: (standing: Standing) => CalendarDay | null;
  /** The text of the due date that is its anchor, under the rule set; null for other anchors. */
  readonly ground: string | null;
  /** A pause moves what waits for the person, never a limit set by law (pathway.json `stallSemantics.pause`). */
  readonly movesWithPauses: boolean;
  readonly clearingSteps: readonly ClearingStep[];
  /** The number of the step that must have been opened by hand. */
  readonly openedStep: number | undefined;
  /** One after the other, without gap; a single one as long as no threshold of the rule has been changed. */
  readonly periods: readonly Period[];
}

/** Days on which a rule has the same limits, for the populations of the catalogue. */
export interface Period {
  /** Null: from the beginning. */
  readonly from: CalendarDay | null;
  /** The day from which others are in force; null for the last one. */
  readonly until: CalendarDay | null;
  /** The rule with the thresholds of these days. */
  readonly rule: StallRule;
  readonly warn: Duration | null;
  readonly limit: Duration | null;
}

export interface ClearingStep {
  readonly number: number;
  readonly statuses: readonly StepStatus[];
}

const prepared = new WeakMap<Thresholds, Map<Catalogue, readonly PreparedRule[]>>();

/** The rules that pathways of a catalogue have, in the order of the rules. */
export function preparedRules(catalogue: Catalogue, thresholds: Thresholds): readonly PreparedRule[] {
  let byCatalogue = prepared.get(thresholds);
  if (byCatalogue === undefined) prepared.set(thresholds, (byCatalogue = new Map()));
  const known = byCatalogue.get(catalogue);
  if (known !== undefined) return known;
  const rules = RULES.filter(({ appliesTo }) => appliesTo.every((population) => catalogue.populations.has(population)));
  const ready = rules.map((rule) => prepare(rule, catalogue, thresholds));
  byCatalogue.set(catalogue, ready);
  return ready;
}

function prepare(rule: StallRule, catalogue: Catalogue, thresholds: Thresholds): PreparedRule {
  const clearing = (rule.clearedByStep ?? []).filter(([step]) => catalogue.byCode.has(step));
  return {
    rule,
    readAnchor: readerOf(rule, catalogue),
    ground: groundOf(rule, catalogue),
    movesWithPauses: rule.turn === 'PERSON' && rule.confidence !== 'law',
    clearingSteps: clearing.map(([step, statuses]) => ({ number: stepNumber(step), statuses })),
    openedStep: rule.onlyIfOpened === undefined ? undefined : stepNumber(rule.onlyIfOpened),
    periods: periodsOf(rule, catalogue, thresholds),
  };
}

/** The periods of a rule; sets that leave it as it was make one period. */
function periodsOf(rule: StallRule, catalogue: Catalogue, thresholds: Thresholds): Period[] {
  const periods: {
    from: CalendarDay | null;
    until: CalendarDay | null;
    rule: StallRule;
    warn: Duration | null;
    limit: Duration | null;
  }[] = [];
  for (const set of thresholds) {
    const dated = ruleUnder(rule, set);
    const warn = forPopulations(dated.warn, dated.warnByPopulation, catalogue);
    const limit = forPopulations(dated.limit, dated.limitByPopulation, catalogue);
    const last = periods.at(-1);
    if (
      last !== undefined &&
      isSame(last.warn, warn) &&
      isSame(last.limit, limit) &&
      last.rule.countLimit === dated.countLimit
    )
      continue;
    if (last !== undefined) last.until = set.effectiveOn;
    periods.push({ from: set.effectiveOn, until: null, rule: dated, warn, limit });
  }
  return periods;
}

function isSame(one: Duration | null, other: Duration | null): boolean {
  return one === other || (one !== null && other !== null && one.n === other.n && one.unit === other.unit);
}

function forPopulations(
  usual: Duration | null,
  by: StallRule['limitByPopulation'],
  { populations }: Catalogue,
): Duration | null {
  const special = Object.entries(by ?? {}).find(([population]) => populations.has(population as Population));
  return special?.[1] ?? usual;
}

/** One day, one ground: a stall on a due date rests on what its step rests on. */
function groundOf({ anchor }: StallRule, { byCode }: Catalogue): string | null {
  const step = anchor?.startsWith('DUE:') === true ? byCode.get(anchor.slice(4) as StepCode) : undefined;
  return step === undefined ? null : citation(step.basis.source);
}

/** Rules with windows of their own read no anchor; the others read one, or the due date of a step. */
function readerOf({ anchor, windows }: StallRule, catalogue: Catalogue): PreparedRule['readAnchor'] {
  if (anchor === null || windows !== undefined) return () => null;
  if (!anchor.startsWith('DUE:')) return anchorReader(anchor);
  const step = catalogue.byCode.get(anchor.slice(4) as StepCode);
  return step === undefined ? () => null : (standing) => dueOn(standing, step);
}
