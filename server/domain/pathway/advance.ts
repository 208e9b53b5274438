import type { CalendarDay } from '../calendar/calendarDay.ts';
import { shift } from '../calendar/period.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import { LANGUAGE_DECISIONS } from './codes.ts';
import { missingPrerequisites } from './currentSteps.ts';
import {
  voidedIds,
  type ContractEvent,
  type ExtensionEvent,
  type HomeLeftEvent,
  type PathwayEvent,
  type PauseEvent,
  type ResidenceDocumentEvent,
  type RetractionEvent,
  type StepEvent,
} from './events.ts';
import type { Facts } from './facts.ts';
import { fold, type Folded, type Given } from './fold.ts';
import { HOUSING_ACCESS } from './homes.ts';
import { ACCEPTED, conflict, invalid, type Judgement, type Refusal } from './judgement.ts';
import { STEP_LABELS } from './labels.ts';
import { areObservationsCutShort } from './observations.ts';
import {
  isOfRenewalBefore,
  isPermit,
  LONGEST_VALIDITY,
  PERMIT_RENEWAL,
  renewalNotCounted,
  renewalNotOpen,
} from './residenceDocuments.ts';
import { contractRuleSet } from './ruleSets/index.ts';
import { INSTEAD, newForbiddenMoves, type ForbiddenMove } from './sequences.ts';
import { judgeSilence, judgeSilencesApart } from './silences.ts';
import { BEGUN_STATUSES } from './transitions.ts';
import { typeset } from './words.ts';

type OtherEvent = Exclude<PathwayEvent, StepEvent | ContractEvent | RetractionEvent>;

/** The history without what the event replaces, and with the event. */
interface Tried {
  readonly before: Folded;
  readonly after: Folded;
  /** All that was recorded, what was replaced included. */
  readonly recorded: readonly PathwayEvent[];
}

/** May this event be recorded on this history today? Pure; the reason of a refusal is a French sentence. */
export function judgeEvent(history: Given, event: PathwayEvent, today: CalendarDay): Judgement {
  const impossible = judgeDay(history.facts, event.on ?? today, today);
  if (impossible !== null) return impossible;
  const target = 'retracts' in event ? event.retracts : event.corrects;
  if (target !== undefined && !isStanding(history.events, target)) {
    return conflict('event_not_found', 'Le fait à corriger n’est pas dans ce dossier, ou a déjà été remplacé.');
  }
  const before = fold(history, today);
  if (target === undefined && isAfterClosing(before, event.on ?? today)) return closed(before);
  const after = fold({ ...history, events: [...history.events, event] }, today);
  const tried = { before, after, recorded: history.events };
  const judged = 'retracts' in event ? judgeOrder(tried, event) : judgeFact(tried, event, withoutTarget());
  if (!judged.accepted) return judged;
  return judgeMonths(tried) ?? judgeSilencesApart(before, after) ?? judged;

  function withoutTarget(): Folded {
    if (target === undefined) return before;
    // An attempt without answer clears nothing and moves nothing: put in its place, it leaves the rest of the history.
    // A retraction would not do: it gives back what a corrected correction had replaced.
    const nothing: PathwayEvent = { contact: 'NO_ANSWER', on: event.on ?? today, corrects: target };
    return fold({ ...history, events: [...history.events, nothing] }, today);
  }
}

function isStanding(events: readonly PathwayEvent[], target: string): boolean {
  return events.some(({ id }) => id === target) && !voidedIds(events).has(target);
}

/** What cannot be of any event: a day to come, or before the person was born. */
export function judgeDay({ bornOn }: Partial<Facts>, on: CalendarDay, today: CalendarDay): Refusal | null {
  if (on > today) {
    const reason = `Le ${formatDayFr(on)} est à venir : on n’enregistre que ce qui a eu lieu, aujourd’hui ou un jour passé.`;
    return invalid('date_in_future', typeset(reason));
  }
  // A birth known by its year alone compares by its year.
  if (typeof bornOn !== 'string' || on.slice(0, bornOn.length) >= bornOn) return null;
  return invalid('before_birth', 'Cette date précède la naissance de la personne.');
}

/** What happened on the closing day may still be recorded, as what happened before. */
export function isAfterClosing({ closedOn }: Folded, on: CalendarDay): boolean {
  return closedOn !== null && on > closedOn;
}

export function closed({ closedOn, today }: Folded): Refusal {
  const since = formatDayFr(closedOn ?? today);
  const reason = `Ce parcours est clos depuis le ${since} : rouvrez-le avant de noter un fait.`;
  return conflict('pathway_closed', typeset(reason));
}

/** `rest` is the history that the event joins: without what it replaces, if it replaces something. */
function judgeFact(tried: Tried, event: Exclude<PathwayEvent, { retracts: string }>, rest: Folded): Judgement {
  if ('step' in event) return judgeRenewal(tried, event, rest) ?? judgeStep(tried, event);
  if ('contract' in event) return judgeContract(tried, event, rest);
  const judged = judgeOther(tried, event, rest);
  // It may replace a step or a retraction: what leaves the history, or comes back to it, must fit too.
  const ordered = judged.accepted ? judgeOrder(tried, event) : judged;
  if (!ordered.accepted || !leavesRenewalOut(tried)) return ordered;
  // The days of a document are a fact, and may be the truth: what they leave out is flagged.
  return { accepted: true, flags: ['renewal_not_counted'] };
}

function leavesRenewalOut({ before, after }: Tried): boolean {
  const left = renewalNotCounted(after);
  return left !== null && left !== renewalNotCounted(before);
}

function judgeOther(tried: Tried, event: OtherEvent, rest: Folded): Judgement {
  if ('extension' in event) return judgeExtension(event, rest);
  if ('silence' in event) return judgeSilence(event, rest, tried.recorded);
  if ('pause' in event) return judgePause(event, rest);
  if ('homeLeft' in event) return judgeHomeLeft(tried, event, rest);
  if ('document' in event) return judgeDocument(event, rest);
  if ('closure' in event && rest.closedOn !== null) {
    return conflict('already_closed', `Ce parcours est déjà clos depuis le ${formatDayFr(rest.closedOn)}.`);
  }
  if ('closure' in event && event.on < (rest.facts.caseOpenedOn ?? event.on)) {
    return invalid('before_opening', 'Un parcours ne se clôt pas avant le jour de son ouverture.');
  }
  if ('attendance' in event && event.attendedHours > event.plannedHours) {
    const reason = 'Les heures suivies dépassent les heures prévues : vérifiez les deux nombres.';
    return invalid('attended_over_planned', typeset(reason), 'attendedHours');
  }
  return ACCEPTED;
}

/** Months that come back with what is corrected or taken back stay under the ceiling too. */
function judgeMonths({ before, after }: Tried): Refusal | null {
  const granted = before.standing.extensionMonths;
  const { maxExtensionMonths } = contractRuleSet(after.plannedUnder);
  const isOver = after.standing.extensionMonths > Math.max(maxExtensionMonths, granted);
  return isOver ? overCeiling(granted, maxExtensionMonths) : null;
}

const DECISIONS: ReadonlySet<string> = new Set(LANGUAGE_DECISIONS);

function judgeStep(tried: Tried, event: StepEvent): Judgement {
  const { after } = tried;
  const step = after.catalogue.byCode.get(event.step);
  if (step === undefined) {
    const label = STEP_LABELS[event.step];
    const reason = `L’étape « ${label} » ne fait pas partie de ce parcours : régime ou situation différents.`;
    return conflict('step_not_in_pathway', typeset(reason));
  }
  if (event.step === 'LANGUAGE_DECISION' && event.outcome !== undefined && !DECISIONS.has(event.outcome)) {
    // The waiting for a course hangs on it: a word that nobody knows would silently mean that nobody waits.
    return invalid(
      'unknown_decision',
      typeset('Cette décision de formation n’existe pas : choisissez-la dans la liste.'),
      'outcome',
    );
  }
  const judged = judgeOrder(tried, event);
  if (!judged.accepted || !BEGUN_STATUSES.has(event.status)) return judged;
  if (missingPrerequisites(after.standing, step).length === 0) return judged;
  // A fact that has happened is recorded even before what it should have waited for, and flagged.
  return { accepted: true, flags: ['prerequisite_missing'] };
}

/**
 * Facts are learnt late and out of order. The whole sequence of each step and of the contract, ordered by day then by
 * order of recording, must stay in its table; what was already out of it is not held against a new fact.
 */
function judgeOrder({ before, after }: Tried, event: PathwayEvent): Judgement {
  if (homesLeftForNothing(after) > homesLeftForNothing(before)) {
    const reason = 'Le départ de ce logement est noté : retirez-le avant de revenir sur l’accès.';
    return conflict('home_left_without_home', typeset(reason));
  }
  const [forbidden] = newForbiddenMoves(before, after);
  if (forbidden === undefined) return ACCEPTED;
  const tries = 'step' in event ? event.status : 'contract' in event ? event.contract : undefined;
  const isTheMove = forbidden.isLast && forbidden.to === tries && forbidden.on === event.on;
  return isTheMove ? moveRefused(forbidden) : orderRefused(forbidden);
}

function moveRefused({ of, reason }: ForbiddenMove): Refusal {
  const said = `${reason} ${INSTEAD[of]}`;
  return of === 'STEP' ? conflict('step_move_not_allowed', said) : conflict('contract_move_not_allowed', said);
}

function orderRefused({ of, reason }: ForbiddenMove): Refusal {
  const said = `${reason} Vérifiez l’ordre des dates.`;
  return of === 'STEP' ? conflict('step_order_not_allowed', said) : conflict('contract_order_not_allowed', said);
}

function judgeContract(tried: Tried, event: ContractEvent, rest: Folded): Judgement {
  const judged = judgeOrder(tried, event);
  if (!judged.accepted) return judged;
  if (event.contract === 'TERMINATED' && areObservationsCutShort(tried.after)) {
    // The prefect has decided: the fact is recorded, and that it may be contested is said.
    return { accepted: true, flags: ['observations_cut_short'] };
  }
  if (event.contract !== 'EXTENDED') return judged;
  if (event.months === undefined) {
    return invalid('months_missing', 'Indiquez de combien de mois le préfet prolonge le contrat.', 'months');
  }
  const { maxExtensionMonths } = contractRuleSet(rest.plannedUnder);
  const granted = rest.standing.extensionMonths;
  return granted + event.months <= maxExtensionMonths ? judged : overCeiling(granted, maxExtensionMonths);
}

export function overCeiling(granted: number, maxExtensionMonths: number): Refusal {
  const ceiling = `La prolongation ne peut pas dépasser ${maxExtensionMonths} mois en tout (R.413-4)`;
  return conflict('extension_over_ceiling', typeset(`${ceiling} : ${granted} mois sont déjà accordés.`));
}

function judgeExtension({ extension }: ExtensionEvent, rest: Folded): Judgement {
  const step = rest.catalogue.byCode.get(extension);
  if (step === undefined) {
    const reason = `L’étape « ${STEP_LABELS[extension]} » ne fait pas partie de ce parcours.`;
    return conflict('step_not_in_pathway', typeset(reason));
  }
  const wasGranted = rest.by.extensions.some((event) => event.extension === extension);
  if (!wasGranted || step.deadline?.extension?.renewable === true) return ACCEPTED;
  return conflict('extension_not_renewable', 'Cette prolongation n’est possible qu’une fois (R.552-13).');
}

function judgePause({ on, until }: PauseEvent, rest: Folded): Judgement {
  const end = until ?? '9999';
  if (end < on) return invalid('end_before_start', 'La fin de la suspension précède son début.', 'until');
  if (!rest.by.pauses.some((pause) => pause.on <= end && on <= (pause.until ?? '9999'))) return ACCEPTED;
  return conflict(
    'pause_overlaps',
    typeset('Une suspension couvre déjà ces jours : retirez-la de l’historique avant d’en noter une autre.'),
  );
}

/** What the fold does not take for the renewal of the permit in hand is not noted as such. */
function judgeRenewal({ after }: Tried, event: StepEvent, rest: Folded): Refusal | null {
  if (event.step !== 'PERMIT_RENEWAL' || after.by.documents.length === 0) return null;
  const permit = after.by.documents.findLast((document) => document.on <= event.on && isPermit(document));
  if (permit === undefined || !isOfRenewalBefore(permit, event)) return null;
  const recorded = ({ histories }: Folded): number =>
    (histories[PERMIT_RENEWAL] ?? []).filter(({ because }) => because === null).length;
  return recorded(after) > recorded(rest) ? null : conflict('renewal_not_open', renewalNotOpen(permit));
}

function judgeDocument({ document, on, until }: ResidenceDocumentEvent, { facts, by }: Folded): Judgement {
  if (until < on) {
    const reason = 'Ce document aurait pris fin avant d’être remis : vérifiez les deux jours.';
    return invalid('end_before_start', typeset(reason), 'until');
  }
  if (until > shift(on, LONGEST_VALIDITY)) {
    const reason =
      'Aucun document de séjour n’est valable plus de onze ans après sa remise : vérifiez le dernier jour.';
    return invalid('validity_too_long', typeset(reason), 'until');
  }
  if (on < (facts.caseOpenedOn ?? on)) {
    const opened = formatDayFr(facts.caseOpenedOn ?? on);
    const reason = `Ce dossier a été ouvert le ${opened} : un document remis avant se note dans ses informations.`;
    return invalid('before_opening', typeset(reason));
  }
  const known = by.documents.find((one) => one.document === document && (one.on === on || one.until === until));
  if (known === undefined) return ACCEPTED;
  const [delivered, ends] = [formatDayFr(known.on), formatDayFr(known.until)];
  const reason = `Ce document est déjà noté, remis le ${delivered} et valable jusqu’au ${ends} : retirez-le de l’historique avant de le noter autrement.`;
  return conflict('document_already_recorded', typeset(reason));
}

function judgeHomeLeft(tried: Tried, event: HomeLeftEvent, rest: Folded): Judgement {
  const { on } = event;
  const homes = rest.histories[HOUSING_ACCESS] ?? [];
  const next = homes.find((entry) => (entry.on ?? on) > on);
  const isHeld = homes.findLast((entry) => (entry.on ?? on) <= on)?.status === 'DONE';
  if (isHeld && next?.because === 'HOME_LEFT') {
    const reason = `Ce logement est déjà noté quitté le ${formatDayFr(next.on ?? on)} : retirez ce départ de l’historique avant de le noter autrement.`;
    return conflict('home_already_left', typeset(reason));
  }
  if (isHeld) return judgeOrder(tried, event);
  const found = homes.find(({ status, on: foundOn }) => status === 'DONE' && (foundOn ?? on) > on)?.on;
  if (found !== undefined && found !== null) {
    const reason = `Ce logement n’a été obtenu que le ${formatDayFr(found)} : il n’a pas pu être quitté avant.`;
    return conflict('home_left_before_access', typeset(reason));
  }
  const reason = 'Aucun logement pérenne n’est noté dans ce dossier ce jour-là : notez d’abord l’accès au logement.';
  return conflict('no_home_held', typeset(reason));
}

/** Departures that leave no home, because its access is no longer there. */
function homesLeftForNothing({ by, histories }: Folded): number {
  if (by.homesLeft.length === 0) return 0;
  const left = histories[HOUSING_ACCESS]?.filter(({ because }) => because === 'HOME_LEFT') ?? [];
  return by.homesLeft.length - left.length;
}
