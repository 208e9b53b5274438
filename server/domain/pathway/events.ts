import type { CalendarDay } from '../calendar/calendarDay.ts';
import type {
  ClosureReason,
  ContactMedium,
  ContractState,
  Party,
  PauseReason,
  SilenceReason,
  StallRuleCode,
  StepCode,
  StepStatus,
} from './codes.ts';

/** What every event may carry: who it is, when it was recorded, and which earlier one it replaces. */
interface Recorded {
  readonly id?: string;
  readonly seq?: number;
  readonly recordedAt?: string;
  readonly corrects?: string;
}

export interface StepEvent extends Recorded {
  readonly step: StepCode;
  readonly status: StepStatus;
  readonly on: CalendarDay;
  readonly outcome?: string;
  readonly party?: Party;
  readonly reference?: string;
  /** Language track: hours, or ONLINE_LICENCE. */
  readonly track?: string;
}
export interface AttendanceEvent extends Recorded {
  readonly attendance: 'LANGUAGE' | 'CIVIC';
  readonly on: CalendarDay;
  readonly attendedHours: number;
  readonly plannedHours: number;
}
export interface TestEvent extends Recorded {
  readonly test: 'LANGUAGE';
  readonly on: CalendarDay;
  readonly score: number;
}
export interface ContactEvent extends Recorded {
  readonly contact: 'REACHED' | 'NO_ANSWER';
  readonly on: CalendarDay;
  readonly medium?: ContactMedium;
}
export interface ExtensionEvent extends Recorded {
  readonly extension: 'DNA_EXIT' | 'CPH_STAY';
  readonly on: CalendarDay;
}
export interface ContractEvent extends Recorded {
  readonly contract: ContractState;
  readonly on: CalendarDay;
  readonly months?: number;
}
export interface HandoverEvent extends Recorded {
  readonly handover: true;
  readonly on: CalendarDay;
}
export interface SilenceEvent extends Recorded {
  readonly silence: StallRuleCode;
  readonly on: CalendarDay;
  readonly until: CalendarDay;
  readonly reason: SilenceReason;
}
export interface PauseEvent extends Recorded {
  readonly pause: PauseReason;
  readonly on: CalendarDay;
  readonly until?: CalendarDay | null;
}
/** The follow-up ends, for a reason of `caseExitReason`; a retraction opens it again. */
export interface ClosureEvent extends Recorded {
  readonly closure: ClosureReason;
  readonly on: CalendarDay;
}
export interface RetractionEvent extends Recorded {
  readonly retracts: string;
  readonly on?: CalendarDay;
}

export type PathwayEvent =
  | StepEvent
  | AttendanceEvent
  | TestEvent
  | ContactEvent
  | ExtensionEvent
  | ContractEvent
  | HandoverEvent
  | SilenceEvent
  | PauseEvent
  | ClosureEvent
  | RetractionEvent;

export type EffectiveEvent = Exclude<PathwayEvent, RetractionEvent>;

/**
 * The events that count on a day, in order: neither later than the day, nor recorded after `knownAt`, nor replaced or
 * retracted by one that counts. A correction that is itself retracted gives the original back.
 */
export function effectiveEvents(events: readonly PathwayEvent[], today: CalendarDay, knownAt?: string): EffectiveEvent[] {
  const known = events.filter(
    (event) => (event.on ?? today) <= today && (knownAt === undefined || event.recordedAt === undefined || event.recordedAt <= knownAt),
  );
  const voided = voidedIds(known);
  return known
    .filter((event): event is EffectiveEvent => !('retracts' in event) && !(event.id !== undefined && voided.has(event.id)))
    .map((event, position) => ({ event, position }))
    .sort((a, b) => (a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : a.position - b.position))
    .map(({ event }) => event);
}

/** The ids of the events that a later one replaces or retracts. Read from the last recorded to the first. */
export function voidedIds(events: readonly PathwayEvent[]): ReadonlySet<string> {
  const voided = new Set<string>();
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (event === undefined || (event.id !== undefined && voided.has(event.id))) continue;
    const target = 'retracts' in event ? event.retracts : event.corrects;
    if (target !== undefined) voided.add(target);
  }
  return voided;
}
