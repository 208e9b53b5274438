import type { CalendarDay } from '../calendar/calendarDay.ts';
import { closed, isAfterClosing, judgeDay, judgeEvent, overCeiling } from './advance.ts';
import type { CatalogueStep } from './catalogue.ts';
import { CONTRACT_STATES, STEP_STATUSES, type ContractState, type StepCode, type StepStatus } from './codes.ts';
import { missingPrerequisites } from './currentSteps.ts';
import { deepFreeze } from './deepFreeze.ts';
import { contractState } from './derive.ts';
import type { ContractEvent, ResidenceDocumentEvent, StepEvent } from './events.ts';
import type { Folded, Given } from './fold.ts';
import { HOME_CHECKS } from './homes.ts';
import type { Judgement, Refusal } from './judgement.ts';
import { isOfRenewalBefore, renewalNotOpen } from './residenceDocuments.ts';
import { contractRuleSet } from './ruleSets/index.ts';
import { contractMoveRefused, mayContractFollow, stepMoveRefused } from './sequences.ts';
import { ALLOWED_MOVES, BEGUN_STATUSES } from './transitions.ts';

interface Verdict {
  /** Whether it would be recorded, dated today. */
  readonly allowed: boolean;
  /** The sentence of the refusal. */
  readonly reason?: string;
  /** What would be recorded all the same, and flagged. */
  readonly flags?: readonly string[];
}
export interface Move extends Verdict {
  readonly step: StepCode;
  readonly status: StepStatus;
}
export interface ContractMove extends Verdict {
  readonly state: ContractState;
}

/**
 * Every status of every step of the pathway, and whether the step may take it today: exactly what `judgeEvent` would
 * answer, without asking it seven hundred times. Those allowed come first, in the order of their table.
 */
export function nextMoves(history: Given, folded: Folded): Move[] {
  const refusal = refusalOfToday(folded);
  return folded.catalogue.steps.flatMap((step): readonly Move[] => {
    const from = folded.standing.current[step.number]?.status ?? step.initial;
    if (refusal !== null) return statusesFrom(from).map((status) => ({ step: step.code, status, ...refused(refusal) }));
    if (isPutBeforeAnother(step, folded)) return judgedMoves(history, folded, step, from);
    const moves = movesFrom(step.code, from, missingPrerequisites(folded.standing, step).length > 0);
    return folded.standing.permit === null ? moves : notOfRenewalBefore(moves, folded.standing.permit, folded.today);
  });
}

/** Every state of the contract, likewise. */
export function nextContractMoves(history: Given, folded: Folded): readonly ContractMove[] {
  const { today, signedOn } = folded;
  const refusal = refusalOfToday(folded);
  if (refusal !== null) return CONTRACT_STATES.map((state) => ({ state, ...refused(refusal) }));
  const from = contractState(folded);
  const isInOrder = signedOn !== null && signedOn < today;
  return CONTRACT_STATES.map((state): ContractMove => {
    // The month to answer a notice, or a signature of today that would come after: the history has to be looked at.
    const endsNotice = from === 'TERMINATION_NOTICE' && state === 'TERMINATED';
    if (!isInOrder || endsNotice) return { state, ...verdictOf(judgeContractMove(history, folded, state)) };
    if (!mayContractFollow(from, state)) return { state, allowed: false, reason: contractMoveRefused(from, state) };
    return { state, ...(state === 'EXTENDED' ? roomToExtend(folded) : { allowed: true }) };
  });
}

function refusalOfToday(folded: Folded): Refusal | null {
  const { facts, today } = folded;
  return judgeDay(facts, today, today) ?? (isAfterClosing(folded, today) ? closed(folded) : null);
}

/**
 * Recorded today, it would not be the last of its step: a signature of today, or known for later, comes after what led
 * to it; the closing of today comes after the checks that it ends.
 */
function isPutBeforeAnother({ code, number }: CatalogueStep, { signedOn, closedOn, today }: Folded): boolean {
  if (code === 'CIR_SIGNATURE') return signedOn === null || signedOn >= today;
  return closedOn === today && HOME_CHECKS.includes(number);
}

function judgedMoves(history: Given, { today }: Folded, { code }: CatalogueStep, from: StepStatus): Move[] {
  return statusesFrom(from).map((status): Move => {
    const event: StepEvent = { step: code, status, on: today };
    return { step: code, status, ...verdictOf(judgeEvent(history, event, today)) };
  });
}

function judgeContractMove(history: Given, { today }: Folded, state: ContractState): Judgement {
  // Of how many months the prefect extends it, one is the least.
  const event: ContractEvent = { contract: state, on: today, ...(state === 'EXTENDED' ? { months: 1 } : {}) };
  return judgeEvent(history, event, today);
}

function roomToExtend({ standing, plannedUnder }: Folded): Verdict {
  const { maxExtensionMonths } = contractRuleSet(plannedUnder);
  if (standing.extensionMonths < maxExtensionMonths) return { allowed: true };
  return refused(overCeiling(standing.extensionMonths, maxExtensionMonths));
}

function verdictOf(judged: Judgement): Verdict {
  if (!judged.accepted) return refused(judged);
  return judged.flags.length === 0 ? { allowed: true } : { allowed: true, flags: judged.flags };
}

function refused({ reason }: Refusal): Verdict {
  return { allowed: false, reason };
}

function statusesFrom(from: StepStatus): StepStatus[] {
  const allowed = ALLOWED_MOVES[from];
  return [...allowed, ...STEP_STATUSES.filter((status) => !allowed.includes(status))];
}

/** What the renewal of a permit may not become yet: see `judgeRenewal`. */
function notOfRenewalBefore(moves: readonly Move[], permit: ResidenceDocumentEvent, on: CalendarDay): readonly Move[] {
  if (moves[0]?.step !== 'PERMIT_RENEWAL') return moves;
  return moves.map(({ step, status, ...verdict }): Move => {
    const isNot = isOfRenewalBefore(permit, { step, status, on });
    return { step, status, ...(isNot ? { allowed: false, reason: renewalNotOpen(permit) } : verdict) };
  });
}

// A few thousand sentences serve every pathway: each is written once.
const prepared = new Map<string, readonly Move[]>();

function movesFrom(step: StepCode, from: StepStatus, isAhead: boolean): readonly Move[] {
  const key = `${step} ${from} ${isAhead}`;
  const known = prepared.get(key);
  if (known !== undefined) return known;
  const moves = statusesFrom(from).map((status): Move => {
    if (!ALLOWED_MOVES[from].includes(status))
      return { step, status, allowed: false, reason: stepMoveRefused(step, from, status) };
    const isFlagged = isAhead && BEGUN_STATUSES.has(status);
    return { step, status, allowed: true, ...(isFlagged ? { flags: ['prerequisite_missing'] } : {}) };
  });
  prepared.set(key, deepFreeze(moves));
  return moves;
}
