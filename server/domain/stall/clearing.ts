import type { CalendarDay } from '../calendar/calendarDay.ts';
import { civicTrainingEnded, trainingEnded } from '../pathway/anchors.ts';
import type { Folded } from '../pathway/fold.ts';
import type { StatusEntry } from '../pathway/standing.ts';
import type { PreparedRule } from './preparedRules.ts';

/** What cleared a stall, and when; a null day is one before anything was known. */
export interface Clearing {
  readonly on: CalendarDay | null;
  readonly eventId: string | null;
}

export function earlier(one: Clearing | null, other: Clearing | null): Clearing | null {
  if (one === null || other === null) return one ?? other;
  return (other.on ?? '') < (one.on ?? '') ? other : one;
}

/**
 * The first of the events that clear a rule, and only those (pathway.json `stallSemantics.cleared`); of the statuses of
 * steps, with `after`, the first that is later than that day.
 */
export function clearingOf(
  { rule, clearingSteps, openedStep }: PreparedRule,
  folded: Folded,
  after?: CalendarDay,
): Clearing | null {
  let first: Clearing | null = null;
  for (const { number, statuses } of clearingSteps) {
    const history = folded.histories[number];
    if (history === undefined) continue;
    const entry =
      openedStep === number
        ? sinceOpened(history, statuses)
        : history.find(({ status, on }) => statuses.includes(status) && (after === undefined || (on ?? '') > after));
    if (entry !== undefined) first = earlier(first, entry);
  }
  const { clearedByContract } = rule;
  if (clearedByContract !== undefined) {
    first = earlier(first, folded.contract.find(({ state }) => clearedByContract.includes(state)) ?? null);
  }
  if (rule.clearedBySpecial === 'CIVIC_ENDED') return earlier(first, civicTrainingEnded(folded.standing));
  if (rule.clearedBySpecial === 'TRAINING_ENDED') return earlier(first, trainingEnded(folded.standing));
  return first;
}

/** A step opened by hand, put aside and opened again: only what came after its last opening clears. */
function sinceOpened(history: readonly StatusEntry[], statuses: readonly string[]): StatusEntry | undefined {
  let cleared: StatusEntry | undefined;
  let isAside = true;
  for (const entry of history) {
    if (isAside && entry.status === 'TO_DO') cleared = undefined;
    else if (cleared === undefined && statuses.includes(entry.status)) cleared = entry;
    isAside = entry.status === 'NOT_APPLICABLE';
  }
  return cleared;
}
