import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { Domain, Party, StepCode, StepStatus } from './codes.ts';
import { firstEntries, type CurrentStep } from './currentSteps.ts';
import type { Folded } from './fold.ts';
import type { StatusEntry } from './standing.ts';

/**
 * One status of a step, with its days: stored. The current one has no end, and carries the dates of the step. Overdue
 * on D when it is open, waits for nothing, and dueOn < D: what a step waits for is said before its date is.
 */
export interface StepSpell {
  readonly step: StepCode;
  readonly domain: Domain;
  /** 1, 2…: in the order of the facts. */
  readonly spell: number;
  readonly status: StepStatus;
  readonly fromOn: CalendarDay | null;
  readonly untilOn: CalendarDay | null;
  readonly opensOn: CalendarDay | null;
  readonly dueOn: CalendarDay | null;
  readonly waitsFor: readonly StepCode[];
  readonly outcome: string | null;
  readonly party: Party | null;
  /** The current spell, in an open status, of a file that is not closed. */
  readonly isOpen: boolean;
}

/** Every status that every step has had. Several on one day: only the last of the day lasts, the others have no length. */
export function stepSpells(folded: Folded, current: readonly CurrentStep[]): StepSpell[] {
  const first = firstEntries(folded);
  const spells: StepSpell[] = [];
  for (const now of current) {
    const { step } = now;
    const entries = withLength(first[step.initial], folded.histories[step.number]);
    entries.forEach((entry, index) => {
      const isCurrent = index === entries.length - 1;
      spells.push({
        step: step.code,
        domain: step.definition.domain,
        spell: index + 1,
        status: entry.status,
        fromOn: entry.on,
        untilOn: entries[index + 1]?.on ?? null,
        opensOn: isCurrent ? now.opensOn : null,
        dueOn: isCurrent ? now.dueOn : null,
        waitsFor: isCurrent ? now.waitsFor : [],
        outcome: entry.outcome,
        party: entry.party,
        isOpen: isCurrent && now.isOpen,
      });
    });
  }
  return spells;
}

function withLength(first: StatusEntry, later: readonly StatusEntry[] | undefined): readonly StatusEntry[] {
  if (later === undefined) return [first];
  const history = [first, ...later];
  return history.filter((entry, index) => {
    const next = history[index + 1];
    return next === undefined || next.on === null || (entry.on !== null && entry.on < next.on);
  });
}
