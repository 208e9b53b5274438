import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { StepCode, StepStatus } from '../pathway/codes.ts';
import type { StepEvent } from '../pathway/events.ts';
import type { Facts } from '../pathway/facts.ts';
import type { Person } from '../person/person.ts';

/** Where a step of the list stands now: its last event that counts. */
export interface KnownStep {
  readonly step: StepCode;
  readonly status: StepStatus;
  readonly on: CalendarDay;
  readonly outcome: string | null;
  readonly track: string | null;
  readonly eventId: string;
  /** A person recorded it, not an import. */
  readonly byHand: boolean;
}

/** What is stored about the person of a line. */
export interface KnownPathway {
  readonly person: Person;
  readonly facts: Facts;
  /** Name of the structure that follows the person; null while it is to be assigned. */
  readonly structureName: string | null;
  /**
   * What a hand has changed since it was imported, by path: `person.phone`, `person.address` (or one of its parts,
   * `person.address.line`), `facts.cirSignedOn`, `step.LANGUAGE_DECISION` (an event of the list that a hand replaced
   * or retracted), `structure`.
   */
  readonly correctedByHand: ReadonlySet<string>;
  readonly importedSteps: readonly KnownStep[];
}

/** A value that differs, in French, for the preview and the history. */
export interface ProposedChange {
  readonly path: string;
  /** The header of the column, or the label of the step. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string;
}

/** A value that a hand has corrected, and that the list would change: it is kept. */
export interface Conflict {
  readonly line: number;
  readonly field: string;
  readonly kept: string;
  readonly proposed: string;
}

export interface Comparison {
  readonly outcome: 'UNCHANGED' | 'UPDATE';
  /** To be spread over the stored person and the stored facts. */
  readonly personChanges: Partial<Person>;
  readonly factChanges: Partial<Facts>;
  /** New events, and those that replace an earlier import (`corrects`). */
  readonly eventsToAdd: readonly StepEvent[];
  /** The structure that the list names instead; null when it does not change. */
  readonly structureChange: string | null;
  /** The department of residence, when the address takes it elsewhere. */
  readonly departmentChange: string | null;
  readonly changes: readonly ProposedChange[];
  readonly conflicts: readonly Conflict[];
}
