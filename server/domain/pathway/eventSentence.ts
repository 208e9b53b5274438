import { NOT_TOLD, type ToldEvent } from '../access/toldEvent.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';
import {
  CEFR_LEVEL_LABELS,
  CLOSURE_REASON_LABELS,
  CONTACT_MEDIUM_LABELS,
  CONTRACT_STATE_LABELS,
  HOME_LEFT_LABELS,
  LANGUAGE_DECISION_LABELS,
  PARTY_LABELS,
  PAUSE_REASON_LABELS,
  RESIDENCE_DOCUMENT_LABELS,
  SILENCE_REASON_LABELS,
  STALL_RULE_LABELS,
  STEP_LABELS,
  STEP_STATUS_LABELS,
} from './labels.ts';
import { deliveredWords, validityWords } from './residenceDocuments.ts';
import { durationWords, hours, points, typeset } from './words.ts';

/** What an event says, in one line: the fact, and what was noted with it. */
export function eventSentence(event: ToldEvent, among: readonly { readonly event: ToldEvent }[] = []): string {
  if ('step' in event) {
    const decision = among.find((one) => one.event.id === event.followsFrom)?.event.on;
    const status = withDetails(STEP_STATUS_LABELS[event.status], [
      decision === undefined ? null : `conséquence de la décision du ${formatDayFr(decision)}`,
      event.outcome === undefined ? null : outcomeWords(event.outcome),
      event.track === undefined ? null : trackWords(event.track),
      event.party === undefined ? null : PARTY_LABELS[event.party],
      event.reference ?? null,
    ]);
    return `${STEP_LABELS[event.step]}\u202f: ${status}`;
  }
  if ('attendance' in event)
    return `Assiduité ${event.attendance === 'LANGUAGE' ? 'en français' : 'civique'}\u202f: ${hours(event.attendedHours)} sur ${hours(event.plannedHours)}`;
  if ('test' in event) return `Test de français\u202f: ${points(event.score)}`;
  if ('contact' in event)
    return withDetails(event.contact === 'REACHED' ? 'Personne jointe' : 'Tentative de contact sans réponse', [
      event.medium === undefined ? null : CONTACT_MEDIUM_LABELS[event.medium],
    ]);
  if ('extension' in event) return `Prolongation accordée\u202f: ${STEP_LABELS[event.extension]}`;
  if ('contract' in event)
    return `Contrat\u202f: ${CONTRACT_STATE_LABELS[event.contract]}${event.months === undefined ? '' : ` (${durationWords({ n: event.months, unit: 'MONTH' })})`}`;
  if ('handover' in event) return 'Changement de référent';
  if ('silence' in event)
    return `«\u202f${typeset(STALL_RULE_LABELS[event.silence])}\u202f» mis en attente jusqu’au ${formatDayFr(event.until)} (${SILENCE_REASON_LABELS[event.reason]})`;
  if ('pause' in event)
    return [
      event.pause === NOT_TOLD ? 'Pause' : `Pause\u202f: ${PAUSE_REASON_LABELS[event.pause]}`,
      ...(event.until ? [`jusqu’au ${formatDayFr(event.until)}`] : []),
    ].join(', ');
  if ('homeLeft' in event) return `Logement quitté\u202f: ${HOME_LEFT_LABELS[event.homeLeft]}`;
  if ('document' in event)
    return withDetails(`${deliveredWords(event)} ${validityWords(event)}`, [
      event.document === NOT_TOLD || event.document === 'RECEPISSE'
        ? null
        : typeset(RESIDENCE_DOCUMENT_LABELS[event.document]),
    ]);
  if ('closure' in event) return `Parcours clos\u202f: ${CLOSURE_REASON_LABELS[event.closure]}`;
  const target = among.find((one) => one.event.id === event.retracts)?.event;
  if (target === undefined) return 'Fait retiré';
  if (!('retracts' in target)) return `Retiré\u202f: ${eventSentence(target, among)}`;
  const restored = among.find((one) => one.event.id === target.retracts)?.event;
  return restored === undefined ? 'Fait rétabli' : `Rétabli\u202f: ${eventSentence(restored, among)}`;
}

function withDetails(fact: string, details: readonly (string | null)[]): string {
  const known = details.filter((detail) => detail !== null);
  return known.length === 0 ? fact : `${fact} (${known.join(', ')})`;
}

const OUTCOME_WORDS: Readonly<Record<string, string>> = { ...LANGUAGE_DECISION_LABELS, ...CEFR_LEVEL_LABELS };

function outcomeWords(outcome: string): string {
  return typeset(OUTCOME_WORDS[outcome] ?? outcome);
}

function trackWords(track: string): string {
  return /^\d+$/.test(track) ? hours(Number(track)) : track === 'ONLINE_LICENCE' ? 'licence en ligne' : track;
}
