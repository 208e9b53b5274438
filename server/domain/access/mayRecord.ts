import { eventDomain, eventKind } from '../pathway/eventKind.ts';
import type { PathwayEvent } from '../pathway/events.ts';
import type { Actor } from './actor.ts';
import { isOfiiDomain } from './ofiiDomains.ts';

/**
 * An OFII agent records the contract, French, the civic days and the orientation: nothing of what she may not read, and
 * nothing of the follow-up itself (contacts, handovers, pauses, closure, stalls put on hold), which is the structure's.
 */
export function mayRecord(actor: Actor, event: PathwayEvent): boolean {
  if (actor.role !== 'OFII_AGENT' || 'retracts' in event) return true;
  const domain = eventDomain(event);
  return domain !== null && isOfiiDomain(domain) && eventKind(event) !== 'SILENCE';
}
