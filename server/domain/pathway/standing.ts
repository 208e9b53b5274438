import type { CalendarDay } from '../calendar/calendarDay.ts';
import { STEP_CODES, STEP_STATUSES, type Party, type StepCode, type StepStatus } from './codes.ts';
import type { ResidenceDocumentEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { contractRuleSetOn, oldestRuleSet, type ContractRuleSet } from './ruleSets/index.ts';
import { MET_STATUSES, OPEN_STATUSES } from './transitions.ts';

/** What may give a step a status that nobody recorded: see `homes.ts` and `residenceDocuments.ts`. */
export type StatusCause = 'HOME_LEFT' | 'HOME_FOUND_AGAIN' | 'FILE_CLOSED' | 'NEW_PERMIT';

/** One status that a step has had, from a day on. */
export interface StatusEntry {
  readonly status: StepStatus;
  readonly on: CalendarDay | null;
  readonly outcome: string | null;
  readonly party: Party | null;
  readonly eventId: string | null;
  /** Set when the status was recorded by nobody: it follows from another fact, and is not held to the table of moves. */
  readonly because: StatusCause | null;
  /** The place of the status among those from which an anchor counts; -1 when it is none of them. */
  readonly dating: number;
  /** Somebody's turn, and: enough for what waits for it. */
  readonly isOpen: boolean;
  readonly isMet: boolean;
}

/** One thing that happened and moves dates or statuses, in the order of the facts. */
export type Change =
  | { readonly kind: 'STATUS'; readonly on: CalendarDay; readonly step: number; readonly entry: StatusEntry }
  | { readonly kind: 'SIGNED'; readonly on: CalendarDay; readonly eventId: string | null }
  | { readonly kind: 'EXTENDED'; readonly on: CalendarDay; readonly months: number }
  | { readonly kind: 'STAY_EXTENDED'; readonly on: CalendarDay; readonly step: 'DNA_EXIT' | 'CPH_STAY' }
  | { readonly kind: 'PERMIT'; readonly on: CalendarDay; readonly permit: ResidenceDocumentEvent };

/**
 * Where a pathway stands at a point of its history: what the anchors and the turns read. It is moved from one change to
 * the next by `advance`, in place: looking at every day of a long history again from its start would cost its square.
 */
export interface Standing {
  readonly facts: Facts;
  /** The rule set planned under: that of the signature, or before it the one in force on the day looked at. */
  ruleSet: ContractRuleSet;
  signedOn: CalendarDay | null;
  extensionMonths: number;
  readonly stayExtensions: { DNA_EXIT: number; CPH_STAY: number };
  /** The last permit delivered since the opening; null: that of the facts. */
  permit: ResidenceDocumentEvent | null;
  /** By number of step; absent while the step has its first status. */
  readonly current: (StatusEntry | undefined)[];
  /** The last time that a step entered a status, by `enteredKey`. */
  readonly entered: (StatusEntry | undefined)[];
}

const STEP_NUMBER: ReadonlyMap<StepCode, number> = new Map(STEP_CODES.map((code, index) => [code, index]));

/** The place of a step in the catalogue of the domain. */
export function stepNumber(step: StepCode): number {
  return STEP_NUMBER.get(step) ?? -1;
}

/** The statuses from whose day an anchor counts, in the domain data: of the others the last time is not kept. */
const DATING: readonly StepStatus[] = ['DONE', 'PARTIALLY_DONE', 'REQUESTED', 'IN_PROGRESS'];

type StatusTraits = Pick<StatusEntry, 'status' | 'dating' | 'isOpen' | 'isMet'>;

/** What is read of a status: once, since a text read from a database is dearer to compare than the one written here. */
const STATUSES: ReadonlyMap<StepStatus, StatusTraits> = new Map(
  STEP_STATUSES.map((status) => [
    status,
    { status, dating: DATING.indexOf(status), isOpen: OPEN_STATUSES.has(status), isMet: MET_STATUSES.has(status) },
  ]),
);

function statusNamed(status: StepStatus): StatusTraits {
  const known = STATUSES.get(status);
  if (known === undefined) throw new RangeError(`No such status: ${status}`);
  return known;
}

/** The place of a step and a status in `Standing.entered`. Throws RangeError when no anchor counts from the status. */
export function enteredKey(step: number, status: StepStatus): number {
  const { dating } = statusNamed(status);
  if (dating < 0) throw new RangeError(`No anchor counts from ${status}: add it to DATING`);
  return step * DATING.length + dating;
}

export function statusEntry(
  named: StepStatus,
  on: CalendarDay | null,
  more: {
    outcome?: string | undefined;
    party?: Party | undefined;
    id?: string | undefined;
    because?: StatusCause;
  } = {},
): StatusEntry {
  const { outcome = null, party = null, id = null, because = null } = more;
  const { status, dating, isOpen, isMet } = statusNamed(named);
  return { status, on, outcome, party, eventId: id, because, dating, isOpen, isMet };
}

const CIR_SIGNATURE = stepNumber('CIR_SIGNATURE');

/** The opening balance: facts are taken as given, the signature among them, whatever their day. */
export function openStanding(facts: Facts, day: CalendarDay): Standing {
  const standing: Standing = {
    facts,
    ruleSet: ruleSetPlanned(facts.cirSignedOn ?? day),
    signedOn: null,
    extensionMonths: facts.extensionMonths,
    stayExtensions: { DNA_EXIT: 0, CPH_STAY: 0 },
    permit: null,
    current: new Array<StatusEntry | undefined>(STEP_CODES.length),
    entered: new Array<StatusEntry | undefined>(STEP_CODES.length * DATING.length),
  };
  if (facts.cirSignedOn !== null) sign(standing, facts.cirSignedOn);
  return standing;
}

// A contract signed before July 2016 was a CAI: it is planned under the oldest set rather than not at all.
export function ruleSetPlanned(day: CalendarDay): ContractRuleSet {
  return contractRuleSetOn(day) ?? oldestRuleSet();
}

function sign(standing: Standing, on: CalendarDay, id?: string): void {
  standing.signedOn = on;
  standing.ruleSet = ruleSetPlanned(on);
  if (standing.current[CIR_SIGNATURE]?.status !== 'DONE')
    setStatus(standing, CIR_SIGNATURE, statusEntry('DONE', on, { id }));
}

function setStatus(standing: Standing, step: number, entry: StatusEntry): void {
  standing.current[step] = entry;
  if (entry.dating >= 0) standing.entered[step * DATING.length + entry.dating] = entry;
}

/** Moves a standing past one change. */
export function advance(standing: Standing, change: Change): void {
  if (change.kind === 'EXTENDED') standing.extensionMonths += change.months;
  else if (change.kind === 'STAY_EXTENDED') standing.stayExtensions[change.step] += 1;
  else if (change.kind === 'PERMIT') standing.permit = change.permit;
  else if (change.kind === 'SIGNED') {
    if (standing.signedOn === null) sign(standing, change.on, change.eventId ?? undefined);
  } else {
    const { step, entry } = change;
    // What led to a signature already known, learnt later, does not undo it.
    const isBeforeSignature = step === CIR_SIGNATURE && standing.signedOn !== null && change.on <= standing.signedOn;
    if (!isBeforeSignature) setStatus(standing, step, entry);
    if (step === CIR_SIGNATURE && entry.status === 'DONE' && standing.signedOn === null) sign(standing, change.on);
  }
}
