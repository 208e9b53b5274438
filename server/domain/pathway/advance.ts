import { daysBetween, type CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import { findStalls } from '../stall/findStalls.ts';
import { stallRule } from '../stall/rules.ts';
import type { ContractState, StepCode, StepStatus } from './codes.ts';
import type { PathwayEvent, StepEvent } from './events.ts';
import { voidedIds } from './events.ts';
import type { Facts } from './facts.ts';
import { currentEntry, fold, type Folded } from './fold.ts';
import { CONTRACT_STATE_LABELS, STEP_LABELS, STEP_STATUS_LABELS } from './labels.ts';
import { contractRuleSet } from './ruleSets/index.ts';
import { missingPrerequisites } from './spells.ts';
import { stepDefinition } from './steps/index.ts';
import { ALLOWED_CONTRACT_MOVES, ALLOWED_MOVES } from './transitions.ts';

/** A refusal: CONFLICT when the rules refuse it as things stand (409), INVALID when it can never fit (422). */
export interface Refusal {
  readonly accepted: false;
  readonly kind: 'CONFLICT' | 'INVALID';
  readonly code: string;
  readonly reason: string;
}
export interface Acceptance {
  readonly accepted: true;
  /** What was recorded all the same and deserves a look: `prerequisite_missing`. */
  readonly flags: readonly string[];
}
export type Judgement = Acceptance | Refusal;

interface History {
  readonly facts: Partial<Facts>;
  readonly events: readonly PathwayEvent[];
}

/** Longest silence, in days (pathway.json `silenceLimits`). */
export const SILENCE_DAYS = { NORMAL: 90, CRITICAL: 15 } as const;

const ACCEPTED: Acceptance = { accepted: true, flags: [] };
const conflict = (code: string, reason: string): Refusal => ({ accepted: false, kind: 'CONFLICT', code, reason });
const invalid = (code: string, reason: string): Refusal => ({ accepted: false, kind: 'INVALID', code, reason });

/** May this event be recorded on this history today? Pure; the reason of a refusal is a French sentence. */
export function judgeEvent(history: History, event: PathwayEvent, today: CalendarDay): Judgement {
  if (event.on !== undefined && event.on > today) {
    return invalid('date_in_future', `Le ${formatDayFr(event.on)} n’est pas encore passé\u00a0: on n’enregistre que ce qui a eu lieu.`);
  }
  const target = 'retracts' in event ? event.retracts : event.corrects;
  if (target !== undefined) {
    const known = history.events.some(({ id }) => id === target) && !voidedIds(history.events).has(target);
    if (!known) return conflict('event_not_found', 'L’événement à corriger n’existe pas dans ce dossier, ou a déjà été remplacé.');
  }
  const after = fold({ facts: history.facts, events: [...history.events, event] }, today);
  if ('retracts' in event) return judgeSequences(after, undefined);
  if ('step' in event) return judgeStep(after, event);
  const before = fold(withoutTarget(history, target), today);
  if ('contract' in event) return judgeContract(before, event.contract, event.on, event.months);
  if ('extension' in event) return judgeExtension(before, event.extension);
  if ('silence' in event) return judgeSilence(before, event);
  if ('pause' in event) return judgePause(before, event.on, event.until ?? null);
  if ('closure' in event && before.closedOn !== null) return conflict('already_closed', `Ce parcours est déjà clos depuis le ${formatDayFr(before.closedOn)}.`);
  if ('attendance' in event && event.attendedHours > event.plannedHours) {
    return invalid('attended_over_planned', 'Les heures suivies dépassent les heures prévues\u00a0: vérifiez les deux nombres.');
  }
  return ACCEPTED;
}

function withoutTarget(history: History, target: string | undefined): History {
  return target === undefined ? history : { ...history, events: history.events.filter(({ id }) => id !== target) };
}

function judgeStep(after: Folded, event: StepEvent): Judgement {
  if (!after.steps.has(event.step)) {
    return conflict('step_not_in_pathway', `L’étape « ${STEP_LABELS[event.step]} » ne fait pas partie de ce parcours\u00a0: régime ou situation différents.`);
  }
  if (after.closedOn !== null && event.on >= after.closedOn) {
    return conflict('pathway_closed', `Ce parcours est clos depuis le ${formatDayFr(after.closedOn)}\u00a0: rouvrez-le avant d’enregistrer une étape.`);
  }
  const judged = judgeSequences(after, event);
  if (!judged.accepted) return judged;
  return missingPrerequisites(after, event.step).length > 0 ? { accepted: true, flags: ['prerequisite_missing'] } : ACCEPTED;
}

/** Every status must follow from the one before it, by the table, in the order of the facts. */
function judgeSequences(folded: Folded, event: StepEvent | undefined): Judgement {
  for (const [code, { history }] of folded.steps) {
    if (event !== undefined && code !== event.step) continue;
    for (let index = 1; index < history.length; index += 1) {
      const [from, to] = [history[index - 1], history[index]];
      if (from === undefined || to === undefined || ALLOWED_MOVES[from.status].includes(to.status)) continue;
      return event !== undefined && to.on === event.on && to.status === event.status && index === history.length - 1
        ? conflict('step_move_not_allowed', moveRefused(code, from.status, to.status))
        : conflict('step_order_not_allowed', `${moveRefused(code, from.status, to.status)} Vérifiez l’ordre des dates.`);
    }
  }
  return ACCEPTED;
}

function moveRefused(step: StepCode, from: StepStatus, to: StepStatus): string {
  return `« ${STEP_LABELS[step]} » ne peut pas passer de « ${STEP_STATUS_LABELS[from]} » à « ${STEP_STATUS_LABELS[to]} ».`;
}

function judgeContract(before: Folded, state: ContractState, on: CalendarDay, months: number | undefined): Judgement {
  const last = before.contract.at(-1);
  const current = last?.state ?? 'NOT_CONVENED';
  if (!contractMoves(before).includes(state)) {
    return conflict('contract_move_not_allowed', `Le contrat ne peut pas passer de « ${CONTRACT_STATE_LABELS[current]} » à « ${CONTRACT_STATE_LABELS[state]} ».`);
  }
  if (last?.on && before.contract.length > 1 && on < last.on) {
    return conflict('contract_order_not_allowed', `Le contrat est « ${CONTRACT_STATE_LABELS[current]} » depuis le ${formatDayFr(last.on)}\u00a0: la date ne peut pas être antérieure.`);
  }
  if (state !== 'EXTENDED') return ACCEPTED;
  if (months === undefined) return invalid('months_missing', 'Indiquez de combien de mois le préfet prolonge le contrat.');
  const { maxExtensionMonths } = contractRuleSet(before.plannedUnder);
  return before.extensionMonths + months <= maxExtensionMonths
    ? ACCEPTED
    : conflict('extension_over_ceiling', `La prolongation ne peut pas dépasser ${maxExtensionMonths} mois en tout (R.413-4)\u00a0: ${before.extensionMonths} mois sont déjà accordés.`);
}

/** The contract states that may follow. Signing is open from the start: many files begin with the contract already signed. */
export function contractMoves(folded: Folded): ContractState[] {
  const current = folded.contract.at(-1)?.state ?? 'NOT_CONVENED';
  const { maxExtensionMonths } = contractRuleSet(folded.plannedUnder);
  const more = current === 'EXTENDED' && folded.extensionMonths < maxExtensionMonths ? (['EXTENDED'] as const) : [];
  return [...ALLOWED_CONTRACT_MOVES[current], ...more];
}

function judgeExtension(before: Folded, step: 'DNA_EXIT' | 'CPH_STAY'): Judgement {
  if (!before.steps.has(step)) return conflict('step_not_in_pathway', `L’étape « ${STEP_LABELS[step]} » ne fait pas partie de ce parcours.`);
  const due = stepDefinition(step).due;
  const renewable = due !== null && !('byRuleSet' in due) && due.extension?.renewable === true;
  const granted = before.events.some((event) => 'extension' in event && event.extension === step);
  return granted && !renewable ? conflict('extension_not_renewable', 'Cette prolongation n’est possible qu’une fois (R.552-13).') : ACCEPTED;
}

function judgeSilence(before: Folded, event: { silence: Parameters<typeof stallRule>[0]; on: CalendarDay; until: CalendarDay }): Judgement {
  const longest = SILENCE_DAYS[stallRule(event.silence).severity];
  if (event.until < event.on) return invalid('end_before_start', 'La fin de l’attente précède son début.');
  if (daysBetween(event.on, event.until) > longest) return invalid('silence_too_long', `Un signalement ne se met en attente que ${longest} jours au plus.`);
  const live = findStalls(before).some(
    ({ rule, clearedOn, warnOn, sinceOn }) => rule === event.silence && clearedOn === null && (warnOn ?? sinceOn ?? '9999') <= event.on,
  );
  return live ? ACCEPTED : conflict('nothing_to_silence', 'Rien n’est signalé pour cette règle à cette date\u00a0: il n’y a rien à mettre en attente.');
}

function judgePause(before: Folded, on: CalendarDay, until: CalendarDay | null): Judgement {
  if (until !== null && until < on) return invalid('end_before_start', 'La fin de la pause précède son début.');
  const overlaps = before.events.some((event) => 'pause' in event && event.on <= (until ?? '9999') && on <= (event.until ?? '9999'));
  return overlaps ? conflict('pause_overlaps', 'Une pause couvre déjà ces jours\u00a0: corrigez-la plutôt que d’en ajouter une.') : ACCEPTED;
}

export interface Move {
  readonly step: StepCode;
  readonly status: StepStatus;
  readonly allowed: boolean;
  readonly reason?: string;
}

/** Every move that each step may make now; refused ones are listed with their reason, never offered. */
export function nextMoves(folded: Folded): Move[] {
  const { closedOn } = folded;
  return [...folded.steps].flatMap(([step, { history }]) =>
    ALLOWED_MOVES[currentEntry(history).status].map((status): Move =>
      closedOn === null ? { step, status, allowed: true } : { step, status, allowed: false, reason: `Ce parcours est clos depuis le ${formatDayFr(closedOn)}.` },
    ),
  );
}
