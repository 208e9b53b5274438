import type { Actor } from '../../domain/access/actor.ts';
import { isOfiiDomain } from '../../domain/access/ofiiDomains.ts';
import { isOfiiStall } from '../../domain/access/ofiiStalls.ts';
import { NOT_TOLD, type ToldEvent } from '../../domain/access/toldEvent.ts';
import type { PathwayEvent } from '../../domain/pathway/events.ts';
import type { Facts } from '../../domain/pathway/facts.ts';
import { isPermit } from '../../domain/pathway/residenceDocuments.ts';
import { eventDomain, subjectOf } from './eventKind.ts';
import { seesPeople } from './pathways.queries.ts';

/** Whether this reader is told that the event took place. */
export function isToldOf(
  actor: Actor,
  event: PathwayEvent,
  among: readonly { readonly event: PathwayEvent }[],
): boolean {
  if (actor.role !== 'OFII_AGENT') return true;
  const subject = subjectOf(event, among);
  if ('silence' in subject) return isOfiiStall(subject.silence);
  const domain = eventDomain(subject);
  return domain === null || isOfiiDomain(domain);
}

/**
 * The event as this reader is told it. To whoever sees files and not people: neither the number noted with a step, which
 * names the person, nor the reason of a pause or the type of a permit, which may be of her health.
 */
export function toldTo(actor: Actor, event: PathwayEvent): ToldEvent {
  if (seesPeople(actor)) return event;
  if ('pause' in event) return { ...event, pause: NOT_TOLD };
  if ('document' in event && isPermit(event)) return { ...event, document: NOT_TOLD };
  if (!('step' in event)) return event;
  const { reference: _reference, ...told } = event;
  return told;
}

const HOUSING_FACTS = ['housing', 'asylumSupportEndedOn', 'refugeeHousingEnteredOn'] as const;
/** Who the person is, and on what ground she stays or is exempt, which may be her health. */
const FACTS_OF_THE_PERSON = ['bornOn', 'permitType', 'exemption'] as const;

export function factsNotToldTo(actor: Actor): readonly (keyof Facts)[] {
  if (actor.role === 'OFII_AGENT') return HOUSING_FACTS;
  return seesPeople(actor) ? [] : FACTS_OF_THE_PERSON;
}
