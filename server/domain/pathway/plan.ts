import type { CalendarDay } from '../calendar/calendarDay.ts';
import { plusDays } from '../calendar/calendarDay.ts';
import { explainStall } from '../stall/explain.ts';
import { stallStateOn, type StallFact, type StallSpell } from '../stall/stallSpell.ts';
import type { ContractRuleSetCode, ContractState, Domain, Party, PermitRuleSetCode, StallRuleCode, StepCode, StepState, StepStatus } from './codes.ts';
import { deriveFrom, type Derived } from './derive.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { fold, type Folded } from './fold.ts';
import { permitRuleSetOn } from './permitRuleSets/index.ts';
import { explainStep } from './explainStep.ts';
import type { StepSpell } from './spells.ts';
import { deadlineOf, stepDefinition } from './steps/index.ts';
import { OPEN_STATUSES } from './transitions.ts';
import { daysByTurn } from './turns.ts';

/** Days before a limit from which a step is shown as due soon (pathway.json `calendar.dueSoonDays`). */
export const DUE_SOON_DAYS = 30;

export interface PlannedStep {
  readonly code: StepCode;
  readonly domain: Domain;
  readonly status: StepStatus;
  readonly state: StepState;
  readonly opensOn: CalendarDay | null;
  readonly dueOn: CalendarDay | null;
  readonly waitsFor: readonly StepCode[];
  readonly basis: { readonly ruleSet: ContractRuleSetCode; readonly source: string; readonly confidence: string; readonly kind: string | null };
  readonly sentence: string;
}

export interface PlannedStall {
  readonly rule: StallRuleCode;
  readonly domain: Domain;
  readonly state: 'WATCH' | 'STALLED' | 'SILENCED';
  readonly since: CalendarDay | null;
  readonly warnOn: CalendarDay | null;
  readonly limitOn: CalendarDay | null;
  readonly turn: Party;
  readonly severity: 'CRITICAL' | 'NORMAL';
  readonly sentence: string;
  readonly facts: readonly StallFact[];
}

export interface Plan {
  readonly contractRuleSet: ContractRuleSetCode | null;
  /** Set only before the signature: the rule set in force on the day looked at. */
  readonly provisionalRuleSet: ContractRuleSetCode | null;
  readonly permitRuleSet: PermitRuleSetCode | null;
  readonly contractState: ContractState;
  readonly cirEndsOn: CalendarDay | null;
  readonly steps: readonly PlannedStep[];
  readonly stalls: readonly PlannedStall[];
  readonly turns: readonly { readonly party: Party; readonly days: number }[];
}

export interface PlanRequest {
  readonly facts: Partial<Facts>;
  readonly events: readonly PathwayEvent[];
  readonly today: CalendarDay;
  readonly knownAt?: string;
}

/**
 * Facts and events, on a day → every step with its state and dates, the stalls, whose turn. Pure: `today` is given.
 * With `knownAt` (instant), what was recorded later is left out.
 */
export function planPathway({ facts, events, today, knownAt }: PlanRequest): Plan {
  const folded = fold({ facts, events }, today, knownAt);
  const derived = deriveFrom(folded);
  const { permitApplicationOn } = folded.facts;
  return {
    contractRuleSet: folded.contractRuleSet,
    provisionalRuleSet: folded.signedOn === null ? folded.plannedUnder : null,
    permitRuleSet: permitApplicationOn === null ? null : (permitRuleSetOn(permitApplicationOn)?.code ?? null),
    contractState: derived.contractState,
    cirEndsOn: folded.cirEndsOn,
    steps: plannedSteps(folded, derived),
    stalls: derived.stallSpells.flatMap((spell) => plannedStall(spell, today) ?? []),
    turns: daysByTurn(folded),
  };
}

function plannedSteps(folded: Folded, derived: Derived): PlannedStep[] {
  return derived.stepSpells
    .filter(({ untilOn }) => untilOn === null)
    .map((spell) => {
      const definition = stepDefinition(spell.step);
      const state = stepStateOn(spell, spell.isOpen, folded.today);
      return {
        code: spell.step,
        domain: spell.domain,
        status: spell.status,
        state,
        opensOn: spell.opensOn,
        dueOn: spell.dueOn,
        waitsFor: spell.waitsFor,
        basis: {
          ruleSet: folded.plannedUnder,
          source: definition.basis,
          confidence: definition.confidence,
          kind: deadlineOf(definition, folded.plannedUnder) === undefined ? null : (definition.due?.kind ?? null),
        },
        sentence: explainStep(spell, state, definition, folded.plannedUnder),
      };
    });
}

/** The state shown (pathway.json `stepStateShown`). What a step waits for is said before its date is. */
export function stepStateOn(spell: Pick<StepSpell, 'status' | 'waitsFor' | 'dueOn'>, isOpen: boolean, day: CalendarDay): StepState {
  if (spell.status === 'NOT_APPLICABLE' || spell.status === 'CANCELLED') return 'NOT_OPEN';
  if (!OPEN_STATUSES.has(spell.status)) return 'CLOSED';
  // The follow-up has ended: nothing is due any more, and nothing is late.
  if (!isOpen) return 'OPEN';
  if (spell.waitsFor.length > 0) return 'WAITING';
  if (spell.dueOn === null) return 'OPEN';
  if (spell.dueOn < day) return 'OVERDUE';
  return spell.dueOn <= plusDays(day, DUE_SOON_DAYS) ? 'DUE_SOON' : 'OPEN';
}

function plannedStall(spell: StallSpell, today: CalendarDay): PlannedStall | null {
  const state = stallStateOn(spell, today);
  if (state === null) return null;
  const { rule, domain, warnOn, limitOn, turn, severity, facts } = spell;
  const since = state === 'WATCH' ? null : spell.sinceOn;
  return { rule, domain, state, since, warnOn, limitOn, turn, severity, sentence: explainStall(spell, today), facts };
}
