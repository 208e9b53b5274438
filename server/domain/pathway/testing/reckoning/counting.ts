import type { PathwayEvent } from '../../events.ts';
import { parisDay } from './days.ts';

/** An event as plain data. */
export type Said = { readonly on: string } & Readonly<Record<string, unknown>>;

/**
 * The events that count on a day as known at `knownAt`, in the order of the facts. What was recorded last has the last
 * word: read from the end, an event is left out when something after it replaces it or takes it back. Replaced by a
 * correction that was itself taken back, it counts again; a correction replaced in turn still replaces.
 */
export function countingEvents(events: readonly PathwayEvent[], today: string, knownAt?: string): Said[] {
  const dated = events.filter(
    ({ on, recordedAt }) => (on ?? today) <= today && (knownAt === undefined || isKnown(recordedAt, knownAt)),
  );
  const gone = new Set<string | undefined>();
  const takenBack = new Set<string | undefined>();
  for (const event of [...dated].reverse()) {
    if ('retracts' in event) {
      if (gone.has(event.id)) continue;
      gone.add(event.retracts);
      takenBack.add(event.retracts);
    } else if (event.corrects !== undefined && !(event.id !== undefined && takenBack.has(event.id))) {
      gone.add(event.corrects);
    }
  }
  const placeOf = (event: PathwayEvent): number => {
    const replaced =
      'retracts' in event ? undefined : dated.find(({ id }) => id !== undefined && id === event.corrects);
    return replaced === undefined ? dated.indexOf(event) : placeOf(replaced);
  };
  return dated
    .filter((event) => !('retracts' in event) && !(event.id !== undefined && gone.has(event.id)))
    .map((event) => ({ said: event as unknown as Said, place: placeOf(event) }))
    .sort((a, b) => a.said.on.localeCompare(b.said.on) || a.place - b.place)
    .map(({ said }) => said);
}

/** `knownAt` is an instant, or a civil day meant whole. */
function isKnown(recordedAt: string | undefined, knownAt: string): boolean {
  if (recordedAt === undefined) return true;
  return knownAt.length === 10 ? parisDay(recordedAt) <= knownAt : Date.parse(recordedAt) <= Date.parse(knownAt);
}
