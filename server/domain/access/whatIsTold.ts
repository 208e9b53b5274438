import { eventDomain, subjectOf } from '../pathway/eventKind.ts';
import type { PathwayEvent } from '../pathway/events.ts';
import { isPermit } from '../pathway/residenceDocuments.ts';
import type { Actor } from './actor.ts';
import { showsDomain, shownTo, showsStall } from './fields.ts';
import { NOT_TOLD, type ToldEvent } from './toldEvent.ts';

/** Whether this reader is told that the event took place. */
export function isToldOf(
  actor: Actor,
  event: PathwayEvent,
  among: readonly { readonly event: PathwayEvent }[],
): boolean {
  const subject = subjectOf(event, among);
  return 'silence' in subject ? showsStall(actor, subject.silence) : showsDomain(actor, eventDomain(subject));
}

/**
 * The event as this reader is told it. To whoever sees files and not people: neither the number noted with a step, which
 * names the person, nor the reason of a pause or the type of a permit, which may be of her health.
 */
export function toldTo(actor: Actor, event: PathwayEvent): ToldEvent {
  if (shownTo(actor).grounds) return event;
  if ('pause' in event) return { ...event, pause: NOT_TOLD };
  if ('document' in event && isPermit(event)) return { ...event, document: NOT_TOLD };
  if (!('step' in event)) return event;
  const { reference: _reference, ...told } = event;
  return told;
}
