import { NOT_TOLD, type ToldEvent } from '../access/toldEvent.ts';
import { LABELS } from '../language/labels.ts';
import type { Language } from '../language/language.ts';
import { EVENT_SAYINGS } from './eventSayings.ts';
import { PATHWAY_WORDS } from './pathwayWords.ts';
import { STEP_SAYINGS } from './stepSayings.ts';

/** What an event says, in one line: the fact, and what was noted with it. */
export function eventSentence(
  event: ToldEvent,
  among: readonly { readonly event: ToldEvent }[] = [],
  language: Language = 'fr',
): string {
  const labels = LABELS[language];
  const { day, duration, points } = PATHWAY_WORDS[language];
  const sayings = EVENT_SAYINGS[language];
  const { told } = sayings;
  if ('step' in event) {
    const decision = among.find((one) => one.event.id === event.followsFrom)?.event.on;
    const status = withDetails(labels.stepStatus[event.status], [
      decision === undefined ? null : sayings.followsFrom(day(decision)),
      event.outcome === undefined ? null : outcomeWords(event.outcome, language),
      event.track === undefined ? null : trackWords(event.track, language),
      event.party === undefined ? null : labels.party[event.party],
      event.reference ?? null,
    ]);
    return told(labels.step[event.step], status);
  }
  if ('attendance' in event) {
    const { hours } = PATHWAY_WORDS[language];
    return sayings.attendance(event.attendance, hours(event.attendedHours), hours(event.plannedHours));
  }
  if ('test' in event) return told(sayings.test, points(event.score));
  if ('contact' in event)
    return withDetails(sayings.contact[event.contact === 'REACHED' ? 'REACHED' : 'NO_ANSWER'], [
      event.medium === undefined ? null : inAside(labels.contactMedium[event.medium]),
    ]);
  if ('extension' in event) return told(sayings.extension, labels.step[event.extension]);
  if ('contract' in event)
    return withDetails(told(sayings.contract, labels.contractState[event.contract]), [
      event.months === undefined ? null : duration({ n: event.months, unit: 'MONTH' }),
    ]);
  if ('handover' in event) return sayings.handover;
  if ('silence' in event)
    return withDetails(sayings.silence(labels.stallRule[event.silence], day(event.until)), [
      inAside(labels.silenceReason[event.reason]),
    ]);
  if ('pause' in event)
    return [
      event.pause === NOT_TOLD ? sayings.pause : told(sayings.pause, labels.pauseReason[event.pause]),
      ...(event.until ? [sayings.until(day(event.until))] : []),
    ].join(', ');
  if ('homeLeft' in event) return told(sayings.homeLeft, labels.homeLeft[event.homeLeft]);
  if ('document' in event)
    return withDetails(`${sayings.delivered(event.document)} ${STEP_SAYINGS[language].validity(event)}`, [
      event.document === NOT_TOLD || event.document === 'RECEPISSE'
        ? null
        : inAside(sayings.typeset(labels.residenceDocument[event.document])),
    ]);
  if ('closure' in event) return told(sayings.closure, labels.closureReason[event.closure]);
  const target = among.find((one) => one.event.id === event.retracts)?.event;
  if (target === undefined) return sayings.takenBack;
  if (!('retracts' in target)) return sayings.takenBackOf(eventSentence(target, among, language));
  const restored = among.find((one) => one.event.id === target.retracts)?.event;
  return restored === undefined ? sayings.restored : sayings.restoredOf(eventSentence(restored, among, language));
}

/** A label within a sentence: « Personne jointe (au bureau) »; initials stay as they are. */
function inAside(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? `${label.slice(0, 1).toLowerCase()}${label.slice(1)}` : label;
}

function withDetails(fact: string, details: readonly (string | null)[]): string {
  const known = details.filter((detail) => detail !== null);
  return known.length === 0 ? fact : `${fact} (${known.join(', ')})`;
}

function outcomeWords(outcome: string, language: Language): string {
  const { languageDecision, cefrLevel } = LABELS[language];
  const words: Readonly<Record<string, string>> = { ...languageDecision, ...cefrLevel };
  return EVENT_SAYINGS[language].typeset(words[outcome] ?? outcome);
}

function trackWords(track: string, language: Language): string {
  if (/^\d+$/.test(track)) return PATHWAY_WORDS[language].hours(Number(track));
  return track === 'ONLINE_LICENCE' ? EVENT_SAYINGS[language].onlineLicence : track;
}
