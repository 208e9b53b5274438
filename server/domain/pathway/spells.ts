import type { CalendarDay } from '../calendar/calendarDay.ts';
import { stepDates } from './anchors.ts';
import type { Domain, Party, StepCode, StepStatus } from './codes.ts';
import { currentEntry, type Folded, type StatusEntry } from './fold.ts';
import { MET_STATUSES, OPEN_STATUSES } from './transitions.ts';

/** One status of a step, with its days: stored. The current one has no end, and carries the dates of the step. */
export interface StepSpell {
  readonly step: StepCode;
  readonly domain: Domain;
  readonly spell: number;
  readonly status: StepStatus;
  readonly fromOn: CalendarDay | null;
  readonly untilOn: CalendarDay | null;
  readonly opensOn: CalendarDay | null;
  readonly dueOn: CalendarDay | null;
  readonly waitsFor: readonly StepCode[];
  readonly outcome: string | null;
  readonly party: Party | null;
}

/** The prerequisites that a step still waits for; one that is absent from the pathway counts as met. */
export function missingPrerequisites(folded: Folded, code: StepCode): StepCode[] {
  const definition = folded.steps.get(code)?.definition;
  return (definition?.prerequisites ?? []).filter((needed) => {
    const step = folded.steps.get(needed);
    return step !== undefined && !MET_STATUSES.has(currentEntry(step.history).status);
  });
}

/** Every status that every step has had. Several on one day: only the last of the day lasts, the others have no length. */
export function stepSpells(folded: Folded): StepSpell[] {
  return [...folded.steps.values()].flatMap(({ definition, history }) => {
    const dates = stepDates(folded, definition);
    const entries = withLength(history);
    return entries.map((entry, index) => {
      const isCurrent = index === entries.length - 1;
      return {
        step: definition.code,
        domain: definition.domain,
        spell: index + 1,
        status: entry.status,
        fromOn: entry.on,
        untilOn: entries[index + 1]?.on ?? null,
        opensOn: isCurrent ? dates.opensOn : null,
        dueOn: isCurrent ? dates.dueOn : null,
        waitsFor: isCurrent && OPEN_STATUSES.has(entry.status) ? missingPrerequisites(folded, definition.code) : [],
        outcome: entry.outcome,
        party: entry.party,
      };
    });
  });
}

function withLength(history: readonly StatusEntry[]): StatusEntry[] {
  return history.filter((entry, index) => {
    const next = history[index + 1];
    return next === undefined || next.on === null || (entry.on !== null && entry.on < next.on);
  });
}

/** Whether a step is still somebody's turn: open, and the follow-up not ended. */
export function isOpenStep(spell: StepSpell, folded: Folded): boolean {
  return spell.untilOn === null && OPEN_STATUSES.has(spell.status) && folded.closedOn === null;
}
