import type { CalendarDay } from '../calendar/calendarDay.ts';
import { plusMonths } from '../calendar/calendarDay.ts';
import type { ContractRuleSetCode, ContractState, Party, StepCode, StepStatus } from './codes.ts';
import { effectiveEvents, type EffectiveEvent, type PathwayEvent } from './events.ts';
import { completeFacts, type Facts } from './facts.ts';
import { HOLDS } from './populations.ts';
import { contractRuleSet, contractRuleSetOn } from './ruleSets/index.ts';
import { STEPS, type StepDefinition } from './steps/index.ts';

/** One status that a step has had, from a day on. */
export interface StatusEntry {
  readonly status: StepStatus;
  readonly on: CalendarDay | null;
  readonly outcome: string | null;
  readonly party: Party | null;
  readonly eventId: string | null;
}

export interface ContractEntry {
  readonly state: ContractState;
  readonly on: CalendarDay | null;
  readonly months: number;
}

/** Everything that the rules read, folded once from facts and events. */
export interface Folded {
  readonly today: CalendarDay;
  readonly facts: Facts;
  readonly events: readonly EffectiveEvent[];
  readonly signedOn: CalendarDay | null;
  /** Null until the signature. */
  readonly contractRuleSet: ContractRuleSetCode | null;
  /** The rule set that the pathway is planned under: its own, or the one in force on the day looked at. */
  readonly plannedUnder: ContractRuleSetCode;
  readonly contract: readonly ContractEntry[];
  readonly extensionMonths: number;
  readonly cirEndsOn: CalendarDay | null;
  readonly steps: ReadonlyMap<StepCode, { readonly definition: StepDefinition; readonly history: readonly StatusEntry[] }>;
  readonly closedOn: CalendarDay | null;
}

/** Facts and events → what is known on `today` (events later than that day, or recorded after `knownAt`, left out). */
export function fold(given: { facts: Partial<Facts>; events: readonly PathwayEvent[] }, today: CalendarDay, knownAt?: string): Folded {
  const facts = completeFacts(given.facts);
  const events = effectiveEvents(given.events, today, knownAt);
  const signedOn = facts.cirSignedOn ?? firstSignature(events);
  const own = signedOn === null ? undefined : contractRuleSetOn(signedOn);
  // A contract signed before July 2016 was a CAI: it is read under the oldest set rather than refused.
  const plannedUnder = (own ?? contractRuleSetOn(signedOn ?? today))?.code ?? 'CIR-2016';
  const contract = contractHistory(facts, events, signedOn);
  const rules = contractRuleSet(plannedUnder);
  const extensionMonths = Math.min(rules.maxExtensionMonths, contract.reduce((sum, { months }) => sum + months, 0));
  const closure = events.filter((event) => 'closure' in event).at(-1);
  return {
    today,
    facts,
    events,
    signedOn,
    contractRuleSet: own?.code ?? null,
    plannedUnder,
    contract,
    extensionMonths,
    cirEndsOn: signedOn === null ? null : plusMonths(signedOn, rules.durationMonths + extensionMonths),
    steps: stepHistories(facts, events, plannedUnder, signedOn),
    closedOn: closure?.on ?? null,
  };
}

function firstSignature(events: readonly EffectiveEvent[]): CalendarDay | null {
  const signature = events.find(
    (event) => ('step' in event && event.step === 'CIR_SIGNATURE' && event.status === 'DONE') || ('contract' in event && event.contract === 'SIGNED'),
  );
  return signature?.on ?? null;
}

function stepHistories(facts: Facts, events: readonly EffectiveEvent[], ruleSet: ContractRuleSetCode, signedOn: CalendarDay | null): Folded['steps'] {
  const steps = new Map<StepCode, { definition: StepDefinition; history: StatusEntry[] }>();
  for (const definition of STEPS) {
    if (!definition.ruleSets.includes(ruleSet) || !definition.appliesTo.every((population) => HOLDS[population](facts))) continue;
    const status = definition.openByDefault ? 'TO_DO' : 'NOT_APPLICABLE';
    steps.set(definition.code, { definition, history: [{ status, on: facts.caseOpenedOn, outcome: null, party: null, eventId: null }] });
  }
  if (signedOn !== null) steps.get('CIR_SIGNATURE')?.history.push({ status: 'DONE', on: signedOn, outcome: null, party: null, eventId: null });
  for (const event of events) {
    if (!('step' in event)) continue;
    // The signature is a fact of the file: an event that repeats it adds nothing.
    if (event.step === 'CIR_SIGNATURE' && event.status === 'DONE' && event.on === signedOn) continue;
    steps.get(event.step)?.history.push({
      status: event.status,
      on: event.on,
      outcome: event.outcome ?? null,
      party: event.party ?? null,
      eventId: event.id ?? null,
    });
  }
  return steps;
}

function contractHistory(facts: Facts, events: readonly EffectiveEvent[], signedOn: CalendarDay | null): ContractEntry[] {
  const history: ContractEntry[] = [{ state: facts.exemption === null ? 'NOT_CONVENED' : 'EXEMPT_FROM_CIR', on: facts.caseOpenedOn, months: 0 }];
  const happened: ContractEntry[] = [];
  if (facts.cirSignedOn !== null) happened.push({ state: 'SIGNED', on: facts.cirSignedOn, months: 0 });
  if (facts.extensionMonths > 0) happened.push({ state: 'EXTENDED', on: facts.cirSignedOn, months: facts.extensionMonths });
  for (const event of events) {
    if ('contract' in event) {
      const repeated = event.contract === 'SIGNED' && facts.cirSignedOn === event.on;
      if (!repeated) happened.push({ state: event.contract, on: event.on, months: event.contract === 'EXTENDED' ? (event.months ?? 0) : 0 });
    } else if ('step' in event && event.status === 'DONE') {
      if (event.step === 'OFII_CONVOCATION' && (signedOn === null || event.on < signedOn)) happened.push({ state: 'CONVENED', on: event.on, months: 0 });
      if (event.step === 'CIR_SIGNATURE' && facts.cirSignedOn === null) happened.push({ state: 'SIGNED', on: event.on, months: 0 });
    }
  }
  return [...history, ...happened.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0))];
}

/** The status that a step has at the end of the history. */
export function currentEntry(history: readonly StatusEntry[]): StatusEntry {
  const last = history.at(-1);
  if (last === undefined) throw new Error('A step always has a first status');
  return last;
}

/** The day on which a step last entered one of these statuses. */
export function lastEntered(folded: Folded, step: StepCode, statuses: readonly StepStatus[]): CalendarDay | null {
  return folded.steps.get(step)?.history.findLast(({ status }) => statuses.includes(status))?.on ?? null;
}

/** The day on which a step first entered one of these statuses. */
export function firstEntered(folded: Folded, step: StepCode, statuses: readonly StepStatus[]): StatusEntry | null {
  return folded.steps.get(step)?.history.find(({ status, on }) => on !== null && statuses.includes(status)) ?? null;
}
