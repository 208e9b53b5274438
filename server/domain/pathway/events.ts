import type { CalendarDay } from '../calendar/calendarDay.ts';
import type {
  ClosureReason,
  ContactMedium,
  ContractState,
  HomeLeftReason,
  Party,
  PauseReason,
  ResidenceDocument,
  SilenceReason,
  StallRuleCode,
  StepCode,
  StepStatus,
} from './codes.ts';

/**
 * What every event may carry: who it is, when it was recorded (an instant), which earlier one it replaces, and which one
 * it was recorded with because it follows from it (`consequencesOf`).
 */
interface Recorded {
  readonly id?: string;
  readonly seq?: number;
  readonly recordedAt?: string;
  readonly corrects?: string;
  readonly followsFrom?: string;
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
/** The home that HOUSING_ACCESS found is left: one is to be found again, and there is nothing to check any more. */
export interface HomeLeftEvent extends Recorded {
  readonly homeLeft: HomeLeftReason;
  readonly on: CalendarDay;
}
/** A residence document given to the person: a permit, or an attestation while one is examined. `until` is its last day. */
export interface ResidenceDocumentEvent extends Recorded {
  readonly document: ResidenceDocument;
  readonly on: CalendarDay;
  readonly until: CalendarDay;
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
  | HomeLeftEvent
  | ResidenceDocumentEvent
  | RetractionEvent;

export type EffectiveEvent = Exclude<PathwayEvent, RetractionEvent>;

/**
 * The ids of the events that another one replaces or retracts. A retraction that is itself retracted gives the event
 * back; a correction that is corrected in turn still replaces what it replaced.
 */
export function voidedIds(events: readonly PathwayEvent[]): ReadonlySet<string> {
  const voiders = new Map<string, PathwayEvent[]>();
  for (const event of events) {
    const target = 'retracts' in event ? event.retracts : event.corrects;
    if (target !== undefined && target !== event.id) voiders.set(target, [...(voiders.get(target) ?? []), event]);
  }
  const asked = new Set<PathwayEvent>();
  const isInForce = (voider: PathwayEvent): boolean => {
    // Two events that void one another cannot come from the application; both are then left in force.
    if (voider.id === undefined || asked.has(voider)) return true;
    asked.add(voider);
    const own = voiders.get(voider.id) ?? [];
    const against = 'retracts' in voider ? own : own.filter((other) => 'retracts' in other);
    const inForce = !against.some(isInForce);
    asked.delete(voider);
    return inForce;
  };
  return new Set([...voiders].flatMap(([target, by]) => (by.some(isInForce) ? [target] : [])));
}
