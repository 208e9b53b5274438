import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { Duration } from '../calendar/period.ts';
import { anchorReader } from '../pathway/anchors.ts';
import type { Catalogue } from '../pathway/catalogue.ts';
import type { Population, StepCode, StepStatus } from '../pathway/codes.ts';
import { stepNumber, type Standing } from '../pathway/standing.ts';
import { stepDates } from '../pathway/stepDates.ts';
import { RULES, type StallRule } from './rules.ts';

/** A rule as pathways of one catalogue have it: its limits for their populations, its anchor and clearing steps found. */
export interface PreparedRule {
  readonly rule: StallRule;
  readonly warn: Duration | null;
  readonly limit: Duration | null;
  readonly readAnchor: (standing: Standing) => CalendarDay | null;
  /** A pause moves what waits for the person, never a limit set by law (pathway.json `stallSemantics.pause`). */
  readonly movesWithPauses: boolean;
  readonly clearingSteps: readonly ClearingStep[];
  /** The number of the step that must have been opened by hand. */
  readonly openedStep: number | undefined;
}

export interface ClearingStep {
  readonly number: number;
  readonly statuses: readonly StepStatus[];
}

const prepared = new WeakMap<Catalogue, readonly PreparedRule[]>();

/** The rules that pathways of a catalogue have, in the order of the rules. */
export function preparedRules(catalogue: Catalogue): readonly PreparedRule[] {
  const known = prepared.get(catalogue);
  if (known !== undefined) return known;
  const rules = RULES.filter(({ appliesTo }) => appliesTo.every((population) => catalogue.populations.has(population)));
  const ready = rules.map((rule) => prepare(rule, catalogue));
  prepared.set(catalogue, ready);
  return ready;
}

function prepare(rule: StallRule, catalogue: Catalogue): PreparedRule {
  const clearing = (rule.clearedByStep ?? []).filter(([step]) => catalogue.byCode.has(step));
  return {
    rule,
    warn: forPopulations(rule.warn, rule.warnByPopulation, catalogue),
    limit: forPopulations(rule.limit, rule.limitByPopulation, catalogue),
    readAnchor: readerOf(rule, catalogue),
    movesWithPauses: rule.turn === 'PERSON' && rule.confidence !== 'law',
    clearingSteps: clearing.map(([step, statuses]) => ({ number: stepNumber(step), statuses })),
    openedStep: rule.onlyIfOpened === undefined ? undefined : stepNumber(rule.onlyIfOpened),
  };
}

function forPopulations(
  usual: Duration | null,
  by: StallRule['limitByPopulation'],
  { populations }: Catalogue,
): Duration | null {
  const special = Object.entries(by ?? {}).find(([population]) => populations.has(population as Population));
  return special?.[1] ?? usual;
}

/** Rules with windows of their own read no anchor; the others read one, or the due date of a step. */
function readerOf({ anchor, windows }: StallRule, catalogue: Catalogue): PreparedRule['readAnchor'] {
  if (anchor === null || windows !== undefined) return () => null;
  if (!anchor.startsWith('DUE:')) return anchorReader(anchor);
  const step = catalogue.byCode.get(anchor.slice(4) as StepCode);
  return step === undefined ? () => null : (standing) => stepDates(standing, step).dueOn;
}
