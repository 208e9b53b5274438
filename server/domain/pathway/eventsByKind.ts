import type {
  AttendanceEvent,
  ClosureEvent,
  ContactEvent,
  ContractEvent,
  EffectiveEvent,
  ExtensionEvent,
  HandoverEvent,
  HomeLeftEvent,
  PauseEvent,
  ResidenceDocumentEvent,
  SilenceEvent,
  StepEvent,
  TestEvent,
} from './events.ts';

/** The events that count, by kind, each in the order of the facts. */
export interface EventsByKind {
  readonly steps: readonly StepEvent[];
  readonly attendances: readonly AttendanceEvent[];
  readonly tests: readonly TestEvent[];
  readonly contacts: readonly ContactEvent[];
  readonly extensions: readonly ExtensionEvent[];
  readonly contracts: readonly ContractEvent[];
  readonly handovers: readonly HandoverEvent[];
  readonly silences: readonly SilenceEvent[];
  readonly pauses: readonly PauseEvent[];
  readonly closures: readonly ClosureEvent[];
  readonly homesLeft: readonly HomeLeftEvent[];
  readonly documents: readonly ResidenceDocumentEvent[];
}

export function eventsByKind(events: readonly EffectiveEvent[]): EventsByKind {
  const steps: StepEvent[] = [];
  const attendances: AttendanceEvent[] = [];
  const tests: TestEvent[] = [];
  const contacts: ContactEvent[] = [];
  const extensions: ExtensionEvent[] = [];
  const contracts: ContractEvent[] = [];
  const handovers: HandoverEvent[] = [];
  const silences: SilenceEvent[] = [];
  const pauses: PauseEvent[] = [];
  const closures: ClosureEvent[] = [];
  const homesLeft: HomeLeftEvent[] = [];
  const documents: ResidenceDocumentEvent[] = [];
  for (const event of events) {
    if ('step' in event) steps.push(event);
    else if ('contact' in event) contacts.push(event);
    else if ('attendance' in event) attendances.push(event);
    else if ('test' in event) tests.push(event);
    else if ('extension' in event) extensions.push(event);
    else if ('contract' in event) contracts.push(event);
    else if ('handover' in event) handovers.push(event);
    else if ('silence' in event) silences.push(event);
    else if ('pause' in event) pauses.push(event);
    else if ('homeLeft' in event) homesLeft.push(event);
    else if ('document' in event) documents.push(event);
    else closures.push(event);
  }
  return {
    steps,
    attendances,
    tests,
    contacts,
    extensions,
    contracts,
    handovers,
    silences,
    pauses,
    closures,
    homesLeft,
    documents,
  };
}
