import type { CalendarDay } from '../calendar/calendarDay.ts';
import { voidedIds, type EffectiveEvent, type PathwayEvent } from './events.ts';
import { recordedBy } from './knownAt.ts';

/**
 * The events that count on a day, in the order of the facts: neither later than the day, nor recorded after `knownAt`,
 * nor replaced or retracted by one that counts. Two facts of one day keep the order in which they were recorded; a
 * correction keeps the place of what it replaces, so that mending an outcome never changes which fact came last.
 */
export function effectiveEvents(
  events: readonly PathwayEvent[],
  today: CalendarDay,
  knownAt?: string,
): readonly EffectiveEvent[] {
  const wasKnown = knownAt === undefined ? undefined : knownBy(knownAt);
  const known = events.filter((event) => (event.on ?? today) <= today && (wasKnown === undefined || wasKnown(event)));
  const corrected = known.some((event) => 'retracts' in event || event.corrects !== undefined);
  const counting = corrected ? withoutVoided(known) : (known as EffectiveEvent[]);
  return isInOrder(counting) ? counting : inOrder(counting, known);
}

/** An event that does not say when it was recorded has always been known. */
function knownBy(knownAt: string): (event: PathwayEvent) => boolean {
  const isRecorded = recordedBy(knownAt);
  return ({ recordedAt }) => recordedAt === undefined || isRecorded(recordedAt);
}

function withoutVoided(known: readonly PathwayEvent[]): EffectiveEvent[] {
  const voided = voidedIds(known);
  return known.filter(
    (event): event is EffectiveEvent => !('retracts' in event) && !(event.id !== undefined && voided.has(event.id)),
  );
}

function isInOrder(events: readonly EffectiveEvent[]): boolean {
  for (let index = 1; index < events.length; index += 1) {
    const [before, event] = [events[index - 1], events[index]];
    if (before === undefined || event === undefined) return true;
    if (event.on < before.on || event.corrects !== undefined) return false;
    if ((event.seq ?? Infinity) < (before.seq ?? Infinity)) return false;
  }
  return events[0]?.corrects === undefined;
}

/** An event not yet recorded comes after those that are. */
const UNRECORDED = Number.MAX_SAFE_INTEGER;

function inOrder(events: readonly EffectiveEvent[], known: readonly PathwayEvent[]): EffectiveEvent[] {
  // Nobody's place to take: the sort is stable, and a file without corrections is the common one.
  if (events.every(({ corrects }) => corrects === undefined)) {
    return events.toSorted((a, b) => compare(a.on, b.on) || (a.seq ?? UNRECORDED) - (b.seq ?? UNRECORDED));
  }
  const byId = new Map(
    known.flatMap((event, position) => (event.id === undefined ? [] : [[event.id, { event, position }]])),
  );
  const placeOf = (event: PathwayEvent, position: number, depth: number): { seq: number; position: number } => {
    const replaced = 'retracts' in event || event.corrects === undefined ? undefined : byId.get(event.corrects);
    if (replaced !== undefined && depth < known.length) return placeOf(replaced.event, replaced.position, depth + 1);
    return { seq: event.seq ?? UNRECORDED, position };
  };
  const positions = new Map(known.map((event, position) => [event, position]));
  return events
    .map((event) => ({ event, ...placeOf(event, positions.get(event) ?? 0, 0) }))
    .sort((a, b) => compare(a.event.on, b.event.on) || a.seq - b.seq || a.position - b.position)
    .map(({ event }) => event);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
