import type { Facts } from '../../facts.ts';
import type { Said } from './counting.ts';
import { nextDay } from './days.ts';
import { SOURCE } from './source.ts';
import { lastEvent, standOn, type Stand } from './standing.ts';
import { reckonSteps } from './steps.ts';

/** Whose turn every day was, each judged by what had happened by then; the day of the closing is nobody's. */
export function reckonTurns(facts: Partial<Facts>, counting: readonly Said[], today: string): Record<string, number> {
  const turns: Record<string, number> = {};
  const to = standOn(facts, counting, today).closedOn ?? today;
  for (let day = facts.caseOpenedOn ?? to; day < to; day = nextDay(day) as typeof day) {
    const party = partyOn(standOn(facts, counting, day));
    turns[party] = (turns[party] ?? 0) + 1;
  }
  return turns;
}

export function partyOn(stand: Stand): string {
  const { past, day } = stand;
  const isPaused = past.some(
    (event) => event['pause'] !== undefined && day <= ((event['until'] as string | null | undefined) ?? day),
  );
  if (isPaused) return 'PERSON';
  const order = SOURCE.steps.map(({ code }) => code);
  const open = reckonSteps(stand).filter(
    ({ state }) => state === 'OPEN' || state === 'DUE_SOON' || state === 'OVERDUE',
  );
  const [first] = open.sort(
    (a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || order.indexOf(a.code) - order.indexOf(b.code),
  );
  if (first === undefined) return 'ASSOCIATION_CASEWORKER';
  const named = first.status === 'WAITING_THIRD_PARTY' ? lastEvent(stand, first.code)?.['party'] : undefined;
  const actedBy = SOURCE.steps.find(({ code }) => code === first.code)?.actedBy[0] ?? '';
  return (named as string | undefined) ?? actedBy;
}
