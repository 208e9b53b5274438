import { daysBetween, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { stepDates } from './anchors.ts';
import { ACTORS, type Party } from './codes.ts';
import type { Folded, StatusEntry } from './fold.ts';
import type { StepDefinition } from './steps/index.ts';
import { MET_STATUSES, OPEN_STATUSES } from './transitions.ts';

/**
 * Whose turn each day was, from the opening of the file to today or to its closing (pathway.json `whoseTurn`): every day
 * belongs to one party, so the days add up exactly to the elapsed days.
 */
export function daysByTurn(folded: Folded): { party: Party; days: number }[] {
  const from = folded.facts.caseOpenedOn;
  if (from === null) return [];
  const to = folded.closedOn !== null && folded.closedOn < folded.today ? folded.closedOn : folded.today;
  const bounds = changeDays(folded, from, to);
  const steps = [...folded.steps.values()].map(({ definition, history }) => ({ definition, history, dueOn: stepDates(folded, definition).dueOn }));
  steps.sort((a, b) => (a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : (a.dueOn ?? '9999') > (b.dueOn ?? '9999') ? 1 : 0);
  const days = new Map<Party, number>();
  bounds.forEach((start, index) => {
    const end = bounds[index + 1];
    if (end === undefined) return;
    const party = partyOn(folded, steps, start);
    days.set(party, (days.get(party) ?? 0) + daysBetween(start, end));
  });
  return ACTORS.flatMap((party) => (days.has(party) ? [{ party, days: days.get(party) ?? 0 }] : []));
}

/** The days on which the turn may change; between two of them nothing happens, so one look is enough. */
function changeDays(folded: Folded, from: CalendarDay, to: CalendarDay): CalendarDay[] {
  if (to <= from) return [];
  const days = new Set<CalendarDay>([from, to]);
  const add = (day: CalendarDay | null): void => {
    if (day !== null && from < day && day < to) days.add(day);
  };
  for (const { history } of folded.steps.values()) history.forEach(({ on }) => add(on));
  for (const { from: start, next } of pauses(folded)) [start, next].forEach(add);
  return [...days].sort();
}

function pauses({ events }: Folded): { from: CalendarDay; next: CalendarDay | null }[] {
  return events.flatMap((event) => ('pause' in event ? [{ from: event.on, next: event.until ? plusDays(event.until, 1) : null }] : []));
}


type Planned = { definition: StepDefinition; history: readonly StatusEntry[]; dueOn: CalendarDay | null };

function partyOn(folded: Folded, steps: readonly Planned[], day: CalendarDay): Party {
  if (pauses(folded).some(({ from, next }) => from <= day && (next === null || day < next))) return 'PERSON';
  const statusOn = new Map(steps.map(({ definition, history }) => [definition.code, entryOn(history, day)]));
  const holder = steps.find(({ definition }) => {
    const entry = statusOn.get(definition.code);
    if (entry === undefined || !OPEN_STATUSES.has(entry.status)) return false;
    return definition.prerequisites.every((needed) => {
      const other = statusOn.get(needed);
      return other === undefined || MET_STATUSES.has(other.status);
    });
  });
  if (holder === undefined) return 'ASSOCIATION_CASEWORKER';
  const entry = statusOn.get(holder.definition.code);
  return entry?.status === 'WAITING_THIRD_PARTY' && entry.party !== null ? entry.party : holder.definition.actedBy[0];
}

function entryOn(history: readonly StatusEntry[], day: CalendarDay): StatusEntry | undefined {
  return history.findLast(({ on }, index) => index === 0 || on === null || on <= day);
}
