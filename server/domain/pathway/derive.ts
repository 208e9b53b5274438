import type { CalendarDay } from '../calendar/calendarDay.ts';
import { isOfiiDomain } from '../access/ofiiDomains.ts';
import { findStalls } from '../stall/findStalls.ts';
import type { StallSpell } from '../stall/stallSpell.ts';
import type { ContractRuleSetCode, ContractState } from './codes.ts';
import { currentSteps, type CurrentStep } from './currentSteps.ts';
import { fold, type Folded, type Given } from './fold.ts';
import { stepSpells, type StepSpell } from './spells.ts';

/** What is stored of a pathway: dated rows, computed when something is written, true on any later day. */
export interface Derived {
  readonly openedOn: CalendarDay | null;
  readonly signedOn: CalendarDay | null;
  readonly contractRuleSet: ContractRuleSetCode | null;
  readonly contractState: ContractState;
  readonly cirEndsOn: CalendarDay | null;
  readonly closedOn: CalendarDay | null;
  readonly lastContactOn: CalendarDay | null;
  /** Days included on both sides; `until` is null while the pause is open. */
  readonly pauses: readonly { readonly from: CalendarDay; readonly until: CalendarDay | null }[];
  /** Earliest due date among open steps that wait for nothing; null when none. */
  readonly nextDueOn: CalendarDay | null;
  /** The same over what an OFII agent may see: the date of a hidden step would tell of it. */
  readonly nextDueOnForOfii: CalendarDay | null;
  readonly stepSpells: readonly StepSpell[];
  readonly stallSpells: readonly StallSpell[];
}

/** Facts and events, as known on the day of writing → the rows to store. Pure; the same input gives the same rows. */
export function derivePathway(given: Given, today: CalendarDay): Derived {
  const folded = fold(given, today);
  const steps = currentSteps(folded);
  const { signedOn, contractRuleSet, cirEndsOn, closedOn } = folded;
  return {
    openedOn: folded.facts.caseOpenedOn,
    signedOn,
    contractRuleSet,
    contractState: contractState(folded),
    cirEndsOn,
    closedOn,
    lastContactOn: lastContactOn(folded),
    pauses: folded.by.pauses.map(({ on, until }) => ({ from: on, until: until ?? null })),
    nextDueOn: nextDueOn(steps),
    nextDueOnForOfii: nextDueOn(steps.filter(({ step }) => isOfiiDomain(step.definition.domain))),
    stepSpells: stepSpells(folded, steps),
    stallSpells: findStalls(folded),
  };
}

export function contractState({ contract }: Folded): ContractState {
  return contract.at(-1)?.state ?? 'NOT_CONVENED';
}

export function lastContactOn({ by }: Folded): CalendarDay | null {
  return by.contacts.findLast(({ contact }) => contact === 'REACHED')?.on ?? null;
}

/** The earliest due date among open steps that wait for nothing. */
export function nextDueOn(steps: readonly CurrentStep[]): CalendarDay | null {
  let first: CalendarDay | null = null;
  for (const { isOpen, waitsFor, dueOn } of steps) {
    if (isOpen && waitsFor.length === 0 && dueOn !== null && (first === null || dueOn < first)) first = dueOn;
  }
  return first;
}
