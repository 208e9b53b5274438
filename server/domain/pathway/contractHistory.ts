import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { ContractState } from './codes.ts';
import type { EventsByKind } from './eventsByKind.ts';
import type { Facts } from './facts.ts';

/** One state that the contract has had, from a day on; `on` is null for what was known from the start. */
export interface ContractEntry {
  readonly state: ContractState;
  readonly on: CalendarDay | null;
  readonly eventId: string | null;
  /** Said by an event of the contract, rather than known from the file or from the step of the signature. */
  readonly isRecorded: boolean;
}

/** What comes before a signature, were it recorded for the same day. */
const BEFORE_SIGNATURE: ReadonlySet<ContractState> = new Set<ContractState>([
  'NOT_CONVENED',
  'CONVENED',
  'ABSENT_AT_PLATFORM',
  'DECLINED_OPTIONAL',
]);

/**
 * Every state of the contract, in order. Facts open it: an exemption (L.413-5), a signature, months already granted.
 * The step of the convocation and the state CONVENED stay two records, as in the domain data; the signature is one.
 */
export function contractHistory(facts: Facts, by: EventsByKind, signedOn: CalendarDay | null): ContractEntry[] {
  const history: ContractEntry[] = [known(facts.exemption === null ? 'NOT_CONVENED' : 'EXEMPT_FROM_CIR', null, null)];
  let isSigned = signedOn === null;
  for (const { contract, on, id } of by.contracts) {
    const isSignature = contract === 'SIGNED' && on === signedOn;
    if (!isSigned && signedOn !== null && (isSignature || comesAfter(contract, on, signedOn))) {
      history.push(...signing(facts, by, signedOn));
      isSigned = true;
    }
    if (!isSignature) history.push({ state: contract, on, eventId: id ?? null, isRecorded: true });
  }
  if (!isSigned && signedOn !== null) history.push(...signing(facts, by, signedOn));
  return history;
}

function known(state: ContractState, on: CalendarDay | null, eventId: string | null): ContractEntry {
  return { state, on, eventId, isRecorded: false };
}

function comesAfter(state: ContractState, on: CalendarDay, signedOn: CalendarDay): boolean {
  return on > signedOn || (on === signedOn && !BEFORE_SIGNATURE.has(state));
}

/** The signature, said by an event of the contract, by the step, or by the file alone; and the months granted before. */
function signing({ cirSignedOn, extensionMonths }: Facts, by: EventsByKind, on: CalendarDay): ContractEntry[] {
  const said = by.contracts.find((event) => event.contract === 'SIGNED' && event.on === on);
  const step = by.steps.find((event) => event.step === 'CIR_SIGNATURE' && event.status === 'DONE' && event.on === on);
  const id = (said ?? step)?.id ?? null;
  const isRecorded = said !== undefined && step === undefined && cirSignedOn === null;
  const signature: ContractEntry = { state: 'SIGNED', on, eventId: id, isRecorded };
  return extensionMonths > 0 ? [signature, known('EXTENDED', on, null)] : [signature];
}
