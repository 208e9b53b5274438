import type { CalendarDay } from '../calendar/calendarDay.ts';
import { isOfiiDomain } from '../access/ofiiDomains.ts';
import { findStalls } from '../stall/findStalls.ts';
import type { StallSpell } from '../stall/stallSpell.ts';
import type { ContractRuleSetCode, ContractState } from './codes.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { fold, type Folded } from './fold.ts';
import { isOpenStep, stepSpells, type StepSpell } from './spells.ts';

/** What is stored of a pathway: dated rows, computed when something is written, true on any later day. */
export interface Derived {
  readonly openedOn: CalendarDay | null;
  readonly signedOn: CalendarDay | null;
  readonly contractRuleSet: ContractRuleSetCode | null;
  readonly contractState: ContractState;
  readonly cirEndsOn: CalendarDay | null;
  readonly closedOn: CalendarDay | null;
  readonly lastContactOn: CalendarDay | null;
  readonly pauses: readonly { readonly from: CalendarDay; readonly until: CalendarDay | null }[];
  /** Earliest due date among open steps that wait for nothing; null when none. */
  readonly nextDueOn: CalendarDay | null;
  /** The same over what an OFII agent may see: the date of a hidden step would tell of it. */
  readonly nextDueOnForOfii: CalendarDay | null;
  readonly stepSpells: readonly (StepSpell & { readonly isOpen: boolean })[];
  readonly stallSpells: readonly StallSpell[];
}

/** Facts and events, as known on the day of writing → the rows to store. Pure; the same input gives the same rows. */
export function derivePathway(given: { facts: Partial<Facts>; events: readonly PathwayEvent[] }, today: CalendarDay): Derived {
  return deriveFrom(fold(given, today));
}

export function deriveFrom(folded: Folded): Derived {
  const spells = stepSpells(folded).map((spell) => ({ ...spell, isOpen: isOpenStep(spell, folded) }));
  const due = spells.filter(({ isOpen, waitsFor, dueOn }) => isOpen && waitsFor.length === 0 && dueOn !== null);
  const reached = folded.events.filter((event) => 'contact' in event && event.contact === 'REACHED');
  return {
    openedOn: folded.facts.caseOpenedOn,
    signedOn: folded.signedOn,
    contractRuleSet: folded.contractRuleSet,
    contractState: folded.contract.at(-1)?.state ?? 'NOT_CONVENED',
    cirEndsOn: folded.cirEndsOn,
    closedOn: folded.closedOn,
    lastContactOn: reached.at(-1)?.on ?? null,
    pauses: folded.events.flatMap((event) => ('pause' in event ? [{ from: event.on, until: event.until ?? null }] : [])),
    nextDueOn: earliestDue(due),
    nextDueOnForOfii: earliestDue(due.filter(({ domain }) => isOfiiDomain(domain))),
    stepSpells: spells,
    stallSpells: findStalls(folded),
  };
}

function earliestDue(spells: readonly StepSpell[]): CalendarDay | null {
  return spells.reduce<CalendarDay | null>((first, { dueOn }) => (first === null || (dueOn !== null && dueOn < first) ? dueOn : first), null);
}
