import { plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import type { Language } from '../language/language.ts';
import { explainStall } from '../stall/explain.ts';
import { findStalls } from '../stall/findStalls.ts';
import { stepsClearing } from '../stall/rules.ts';
import { stallStateOn, type StallFact, type StallSpell, type StallState } from '../stall/stallSpell.ts';
import { STALL_WORDS } from '../stall/stallWords.ts';
import type { Basis } from './catalogue.ts';
import type {
  ContractRuleSetCode,
  ContractState,
  Domain,
  Party,
  PermitRuleSetCode,
  StallRuleCode,
  StepCode,
  StepState,
  StepStatus,
} from './codes.ts';
import { currentSteps, type CurrentStep } from './currentSteps.ts';
import { contractState, lastContactOn, nextDueOn } from './derive.ts';
import { explainStep } from './explainStep.ts';
import { flagsOf } from './flags.ts';
import { fold, type Folded, type Given } from './fold.ts';
import { explainTermination, observationsEndOn } from './observations.ts';
import { permitRuleSetOn } from './permitRuleSets/index.ts';
import { daysByTurn, type TurnDays } from './turns.ts';

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
  readonly basis: Basis;
  readonly sentence: string;
}

export interface PlannedStall {
  readonly rule: StallRuleCode;
  readonly domain: Domain;
  readonly state: StallState;
  /** First day stalled; null while it is only watched. */
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
  /** Last day for the person to answer a notice of termination; null when none stands. */
  readonly observationsEndOn: CalendarDay | null;
  /** What there is to say of a termination. */
  readonly contractSentence: string | null;
  readonly steps: readonly PlannedStep[];
  readonly stalls: readonly PlannedStall[];
  readonly turns: readonly TurnDays[];
}

/** A plan, and where its follow-up stands: what screens of the file show beside it. */
export interface FollowedPlan extends Plan {
  readonly status: 'OPEN' | 'PAUSED' | 'CLOSED';
  readonly closedOn: CalendarDay | null;
  readonly lastContactOn: CalendarDay | null;
  readonly nextDueOn: CalendarDay | null;
  readonly flags: readonly string[];
}

export interface PlanRequest extends Given {
  readonly today: CalendarDay;
  /** An instant, or a civil day meant whole: what was recorded later is left out. */
  readonly knownAt?: string;
  /** Of whoever reads the sentences: French, unless another is asked for. */
  readonly language?: Language;
}

/** Facts and events, on a day → every step with its state and dates, the stalls, whose turn. Pure: `today` is given. */
export function planPathway({ today, knownAt, language = 'fr', ...given }: PlanRequest): Plan {
  const folded = fold(given, today, knownAt);
  return planOf(folded, currentSteps(folded, language), language);
}

/** The same plan with the status of the follow-up, its last contact, its next due date and what deserves a look. */
export function planFollowUp({ today, knownAt, language = 'fr', ...given }: PlanRequest): FollowedPlan {
  const folded = fold(given, today, knownAt);
  const steps = currentSteps(folded, language);
  return {
    ...planOf(folded, steps, language),
    status: statusOn(folded),
    closedOn: folded.closedOn,
    lastContactOn: lastContactOn(folded),
    nextDueOn: nextDueOn(steps),
    flags: flagsOf(folded),
  };
}

function planOf(folded: Folded, steps: readonly CurrentStep[], language: Language): Plan {
  const { today } = folded;
  const { permitApplicationOn } = folded.facts;
  const stalls = plannedStalls(folded, language);
  return {
    contractRuleSet: folded.contractRuleSet,
    provisionalRuleSet: folded.signedOn === null ? folded.plannedUnder : null,
    permitRuleSet: permitApplicationOn === null ? null : (permitRuleSetOn(permitApplicationOn)?.code ?? null),
    contractState: contractState(folded),
    cirEndsOn: folded.cirEndsOn,
    observationsEndOn: observationsEndOn(folded),
    contractSentence: explainTermination(folded, language),
    steps: steps.map((step) => plannedStep(step, today, { language, turnOfStall: turnOfStall(stalls, step) })),
    stalls,
    turns: daysByTurn(folded),
  };
}

/**
 * Of the first stall that this step alone would end, the turn: it is the more exact, and the file is to say one thing. Where
 * several steps would end one (rights or a job), each keeps its own.
 */
function turnOfStall(stalls: readonly PlannedStall[], { step }: CurrentStep): Party | undefined {
  return stalls.find(({ rule }) => {
    const [only, ...others] = stepsClearing(rule);
    return only === step.code && others.length === 0;
  })?.turn;
}

function plannedStep(current: CurrentStep, today: CalendarDay, said: Parameters<typeof explainStep>[3]): PlannedStep {
  const { step, entry, opensOn, dueOn, waitsFor } = current;
  const state = stepStateOn(current, today);
  return {
    code: step.code,
    domain: step.definition.domain,
    status: entry.status,
    state,
    opensOn,
    dueOn,
    waitsFor,
    basis: step.basis,
    sentence: explainStep(current, state, today, said),
  };
}

/** The state shown (pathway.json `stepStateShown`). What a step waits for is said before its date is. */
export function stepStateOn({ entry, isOpen, waitsFor, dueOn }: CurrentStep, day: CalendarDay): StepState {
  if (entry.status === 'NOT_APPLICABLE' || entry.status === 'CANCELLED') return 'NOT_OPEN';
  if (!entry.isOpen) return 'CLOSED';
  // The follow-up has ended: nothing is due any more, and nothing is late.
  if (!isOpen) return 'OPEN';
  if (waitsFor.length > 0) return 'WAITING';
  if (dueOn === null) return 'OPEN';
  if (dueOn < day) return 'OVERDUE';
  return dueOn <= plusDays(day, DUE_SOON_DAYS) ? 'DUE_SOON' : 'OPEN';
}

function plannedStalls(folded: Folded, language: Language): PlannedStall[] {
  const stalls: PlannedStall[] = [];
  for (const spell of findStalls(folded)) {
    const stall = plannedStall(spell, folded.today, language);
    if (stall !== null) stalls.push(stall);
  }
  return stalls.length < 2 ? stalls : stalls.sort(byUrgency);
}

/** What is stalled as a list of work is sorted (pathway.json `stallSemantics.sort`): critical first, then the longest. */
function byUrgency(one: PlannedStall, other: PlannedStall): number {
  if (one.severity !== other.severity) return one.severity === 'CRITICAL' ? -1 : 1;
  const [first, second] = [one.since ?? NEVER, other.since ?? NEVER];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** After every day: what is only watched comes last. */
const NEVER = '~';

function plannedStall(spell: StallSpell, today: CalendarDay, language: Language): PlannedStall | null {
  const state = stallStateOn(spell, today);
  if (state === null) return null;
  const { rule, domain, warnOn, limitOn, turn, severity } = spell;
  const facts = language === 'fr' ? spell.facts : spell.facts.map(STALL_WORDS[language].fact);
  const since = state === 'WATCH' ? null : spell.sinceOn;
  const sentence = explainStall(spell, today, language);
  return { rule, domain, state, since, warnOn, limitOn, turn, severity, sentence, facts };
}

function statusOn({ closedOn, by, today }: Folded): FollowedPlan['status'] {
  if (closedOn !== null) return 'CLOSED';
  const isPaused = by.pauses.some(({ on, until }) => on <= today && (until ?? today) >= today);
  return isPaused ? 'PAUSED' : 'OPEN';
}
