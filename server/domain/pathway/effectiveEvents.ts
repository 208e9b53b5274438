import { dayNumber, type CalendarDay } from '../calendar/calendarDay.ts';
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
  const known: PathwayEvent[] = [];
  let [isMended, isInOrder, isAsRecorded] = [false, true, true];
  let [lastOn, lastSeq]: [string, number] = ['', 0];
  for (const event of events) {
    const on = event.on ?? today;
    if (on > today || (wasKnown !== undefined && !wasKnown(event))) continue;
    known.push(event);
    const { seq = UNRECORDED } = event;
    isMended ||= event.corrects !== undefined || 'retracts' in event;
    isInOrder &&= lastOn <= on;
    isAsRecorded &&= lastSeq <= seq;
    [lastOn, lastSeq] = [on, seq];
  }
  if (isMended) return inOrder(withoutVoided(known), known);
  const counting = known as EffectiveEvent[];
  if (!isAsRecorded) return counting.sort((a, b) => compare(a.on, b.on) || seqOf(a) - seqOf(b));
  return isInOrder ? counting : byDay(counting);
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

/** An event not yet recorded comes after those that are. */
const UNRECORDED = Number.MAX_SAFE_INTEGER;

function seqOf({ seq = UNRECORDED }: PathwayEvent): number {
  return seq;
}

function inOrder(events: readonly EffectiveEvent[], known: readonly PathwayEvent[]): EffectiveEvent[] {
  const byId = new Map(
    known.flatMap((event, position) => (event.id === undefined ? [] : [[event.id, { event, position }]])),
  );
  const placeOf = (event: PathwayEvent, position: number, depth: number): { seq: number; position: number } => {
    const replaced = 'retracts' in event || event.corrects === undefined ? undefined : byId.get(event.corrects);
    if (replaced !== undefined && depth < known.length) return placeOf(replaced.event, replaced.position, depth + 1);
    return { seq: seqOf(event), position };
  };
  const positions = new Map(known.map((event, position) => [event, position]));
  return events
    .map((event) => ({ event, ...placeOf(event, positions.get(event) ?? 0, 0) }))
    .sort((a, b) => compare(a.event.on, b.event.on) || a.seq - b.seq || a.position - b.position)
    .map(({ event }) => event);
}

/** So many are put in order sooner one by one, and as numbers, than by the sort of the language. */
const FEW = 64;

/** Events as they were recorded, by day. */
function byDay(events: EffectiveEvent[]): EffectiveEvent[] {
  return events.length <= FEW ? insertedByDay(events) : events.sort((a, b) => compare(a.on, b.on));
}

function insertedByDay(events: readonly EffectiveEvent[]): EffectiveEvent[] {
  const ordered: EffectiveEvent[] = [];
  const days: number[] = [];
  for (const event of events) {
    const day = dayNumber(event.on);
    let place = days.length;
    for (let before = days[place - 1]; before !== undefined && before > day; before = days[place - 1]) {
      const moved = ordered[place - 1];
      if (moved !== undefined) ordered[place] = moved;
      days[place] = before;
      place -= 1;
    }
    ordered[place] = event;
    days[place] = day;
  }
  return ordered;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
