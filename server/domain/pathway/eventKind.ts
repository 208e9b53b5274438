import type { PathwayEvent } from './events.ts';
import { stepDefinition } from './steps/index.ts';
import { stallRule } from '../stall/rules.ts';

export type EventKind =
  | 'STEP'
  | 'ATTENDANCE'
  | 'TEST'
  | 'CONTACT'
  | 'EXTENSION'
  | 'CONTRACT'
  | 'HANDOVER'
  | 'SILENCE'
  | 'PAUSE'
  | 'CLOSURE'
  | 'HOME_LEFT'
  | 'RESIDENCE_DOCUMENT'
  | 'RETRACTION';

export function eventKind(event: PathwayEvent): EventKind {
  if ('step' in event) return 'STEP';
  if ('attendance' in event) return 'ATTENDANCE';
  if ('test' in event) return 'TEST';
  if ('contact' in event) return 'CONTACT';
  if ('extension' in event) return 'EXTENSION';
  if ('contract' in event) return 'CONTRACT';
  if ('handover' in event) return 'HANDOVER';
  if ('silence' in event) return 'SILENCE';
  if ('pause' in event) return 'PAUSE';
  if ('closure' in event) return 'CLOSURE';
  if ('homeLeft' in event) return 'HOME_LEFT';
  if ('document' in event) return 'RESIDENCE_DOCUMENT';
  return 'RETRACTION';
}

/** The domain that an event tells something of: what decides whether an OFII agent may read it. */
export function eventDomain(event: PathwayEvent): string | null {
  if ('step' in event) return stepDefinition(event.step).domain;
  if ('attendance' in event) return event.attendance;
  if ('test' in event) return event.test;
  if ('extension' in event || 'homeLeft' in event) return 'HOUSING';
  if ('contract' in event || 'document' in event) return 'RECEPTION_RIGHTS';
  if ('silence' in event) return stallRule(event.silence).domain;
  // The reason of a pause may be of health; the office is not told that there is one.
  if ('pause' in event) return 'HEALTH';
  return null;
}

/** What a retraction is about in the end, among the events of its file; any other event is about itself. */
export function subjectOf(event: PathwayEvent, among: readonly { readonly event: PathwayEvent }[]): PathwayEvent {
  if (!('retracts' in event)) return event;
  const target = among.find((one) => one.event.id === event.retracts)?.event;
  return target === undefined ? event : subjectOf(target, among);
}
