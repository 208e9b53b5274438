import type { CalendarDay } from '../calendar/calendarDay.ts';
import { contractEnd } from './anchors.ts';
import { catalogueOf, type Catalogue } from './catalogue.ts';
import type { ContractRuleSetCode } from './codes.ts';
import { contractHistory, type ContractEntry } from './contractHistory.ts';
import { effectiveEvents } from './effectiveEvents.ts';
import type { EffectiveEvent, PathwayEvent, StepEvent } from './events.ts';
import { eventsByKind, type EventsByKind } from './eventsByKind.ts';
import { completeFacts, type Facts } from './facts.ts';
import { historiesOf, type Histories } from './histories.ts';
import { PROPOSED, type Thresholds } from '../stall/thresholds.ts';
import { checkNewHome, isAccessToHome, leaveHome, withoutObject } from './homes.ts';
import { isOfRenewalBefore, isPermit, receivePermit } from './residenceDocuments.ts';
import { contractRuleSetOn } from './ruleSets/index.ts';
import { advance, openStanding, statusEntry, stepNumber, type Change, type Standing } from './standing.ts';

/** What a pathway is known by, and the thresholds that apply to it: the proposals of the domain data when not given. */
export interface Given {
  readonly facts: Partial<Facts>;
  readonly events: readonly PathwayEvent[];
  readonly thresholds?: Thresholds;
}

/** Everything that the rules read, folded once from facts and events: plans and stored rows both come from it. */
export interface Folded {
  readonly today: CalendarDay;
  readonly thresholds: Thresholds;
  readonly facts: Facts;
  readonly events: readonly EffectiveEvent[];
  readonly by: EventsByKind;
  /** What moved dates or statuses, in order: the days by turn walk it again. */
  readonly changes: readonly Change[];
  /** Where the pathway stands on `today`. */
  readonly standing: Standing;
  readonly catalogue: Catalogue;
  /** By number of step: every status since the first. */
  readonly histories: Histories;
  readonly contract: readonly ContractEntry[];
  readonly signedOn: CalendarDay | null;
  /** Null until the signature. */
  readonly contractRuleSet: ContractRuleSetCode | null;
  readonly plannedUnder: ContractRuleSetCode;
  readonly cirEndsOn: CalendarDay | null;
  readonly closedOn: CalendarDay | null;
  readonly closedBy: string | null;
}

/** Facts and events → what is known on `today` (later events, or those recorded after `knownAt`, left out). Pure. */
export function fold(given: Given, today: CalendarDay, knownAt?: string): Folded {
  const facts = completeFacts(given.facts);
  const events = effectiveEvents(given.events, today, knownAt);
  const by = eventsByKind(events);
  const standing = openStanding(facts, today);
  const changes = changesOf(events, standing);
  const closure = by.closures.at(-1);
  if (closure !== undefined) {
    const ended = withoutObject(standing, closure);
    for (const change of ended) advance(standing, change);
    changes.push(...ended);
  }
  const { signedOn, ruleSet } = standing;
  return {
    today,
    thresholds: given.thresholds ?? PROPOSED,
    facts,
    events,
    by,
    changes,
    standing,
    catalogue: catalogueOf(ruleSet.code, facts),
    histories: historiesOf(changes, signedOn),
    contract: contractHistory(facts, by, signedOn),
    signedOn,
    contractRuleSet: signedOn === null ? null : (contractRuleSetOn(signedOn)?.code ?? null),
    plannedUnder: ruleSet.code,
    cirEndsOn: contractEnd(standing),
    closedOn: closure?.on ?? null,
    closedBy: closure?.id ?? null,
  };
}

/** What moved dates or statuses, in order, each past which the standing is moved. */
function changesOf(events: readonly EffectiveEvent[], standing: Standing): Change[] {
  const changes: Change[] = [];
  let hasLeftHome = false;
  for (const event of events) {
    const first = changes.length;
    if ('step' in event) {
      if (standing.permit === null || !isOfRenewalBefore(standing.permit, event)) changes.push(statusChange(event));
      if (hasLeftHome && isAccessToHome(event)) {
        changes.push(...checkNewHome(standing, event));
        hasLeftHome = false;
      }
    } else if ('homeLeft' in event) {
      changes.push(...leaveHome(standing, event));
      hasLeftHome ||= changes.length > first;
    } else if ('document' in event) {
      if (isPermit(event)) changes.push(...receivePermit(standing, event));
    } else addChange(changes, event);
    for (let place = first; place < changes.length; place += 1) {
      const change = changes[place];
      if (change !== undefined) advance(standing, change);
    }
  }
  return changes;
}

function statusChange(event: StepEvent): Change {
  const { step, status, on } = event;
  return { kind: 'STATUS', on, step: stepNumber(step), entry: statusEntry(status, on, event) };
}

function addChange(changes: Change[], event: EffectiveEvent): void {
  const { on } = event;
  if ('extension' in event) changes.push({ kind: 'STAY_EXTENDED', on, step: event.extension });
  else if ('contract' in event && event.contract === 'SIGNED')
    changes.push({ kind: 'SIGNED', on, eventId: event.id ?? null });
  else if ('contract' in event && event.contract === 'EXTENDED') {
    changes.push({ kind: 'EXTENDED', on, months: event.months ?? 0 });
  }
}
