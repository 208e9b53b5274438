import { eventKind, type EventKind } from '../pathway/eventKind.ts';
import { voidedIds, type PathwayEvent } from '../pathway/events.ts';

/**
 * Why an event stays with the file that goes: it tells of that file and not of the person, the other file says the same of
 * the same day, or both files were in the same session.
 */
export const LEFT_REASONS = ['OF_THE_FILE', 'SAID_TWICE', 'SAME_SESSION'] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

export interface MovedEvents {
  readonly moved: readonly PathwayEvent[];
  readonly left: readonly { readonly event: PathwayEvent; readonly because: LeftReason }[];
}

/** What is of a follow-up: closing one of two files of a person does not close the other. */
const OF_THE_FILE: ReadonlySet<EventKind> = new Set(['SILENCE', 'PAUSE', 'CLOSURE', 'HANDOVER']);

export interface InSessions {
  /** Events by which sessions tell hours in the file that goes; of these, sessions in which both files are. */
  readonly ofSessions: ReadonlySet<string>;
  readonly ofSameSessions: ReadonlySet<string>;
}

/**
 * Which events of the file that goes are read in the one that stays. They are facts, and nothing is judged again: what the
 * table of moves would refuse is kept, in the order of the days, as what a list brings is. An event goes with everything
 * that corrects it, takes it back or follows from it.
 */
export function eventsToMove(
  kept: readonly PathwayEvent[],
  other: readonly PathwayEvent[],
  { ofSessions, ofSameSessions }: InSessions = { ofSessions: new Set(), ofSameSessions: new Set() },
): MovedEvents {
  const said = new Set(standing(kept).map(whatItSays));
  const stands = new Set(standing(other));
  const moved: PathwayEvent[] = [];
  const left: MovedEvents['left'][number][] = [];
  for (const group of groupsOf(other)) {
    const because = reasonToLeave(group);
    if (because === null) moved.push(...group);
    else left.push(...group.filter((event) => stands.has(event)).map((event) => ({ event, because })));
  }
  const order = new Map(other.map((event, place) => [event, place]));
  const inOrder = (a: PathwayEvent, b: PathwayEvent): number => (order.get(a) ?? 0) - (order.get(b) ?? 0);
  return { moved: moved.sort(inOrder), left: [...left].sort((a, b) => inOrder(a.event, b.event)) };

  function reasonToLeave(group: readonly PathwayEvent[]): LeftReason | null {
    const isIn = (ids: ReadonlySet<string>): boolean => group.some(({ id }) => id !== undefined && ids.has(id));
    if (group.some((event) => OF_THE_FILE.has(eventKind(event)))) return 'OF_THE_FILE';
    if (isIn(ofSameSessions)) return 'SAME_SESSION';
    if (isIn(ofSessions)) return null;
    const counting = group.filter((event) => stands.has(event));
    return counting.length > 0 && counting.every((event) => said.has(whatItSays(event))) ? 'SAID_TWICE' : null;
  }
}

/** Events of a file that go where others go: what corrects them, takes them back, or follows from them. */
export function goingWith(events: readonly PathwayEvent[], ids: ReadonlySet<string>): string[] {
  return groupsOf(events)
    .filter((group) => group.some(({ id }) => id !== undefined && ids.has(id)))
    .flatMap((group) => group.flatMap(({ id }) => id ?? []));
}

/** Events that go together, whatever order they came in. */
function groupsOf(events: readonly PathwayEvent[]): PathwayEvent[][] {
  const groups = new Set<PathwayEvent[]>();
  const groupOf = new Map<string, PathwayEvent[]>();
  for (const event of events) {
    const targets = [event.corrects, event.followsFrom, 'retracts' in event ? event.retracts : undefined];
    const joined = new Set<PathwayEvent[]>();
    for (const id of targets) {
      const group = id === undefined ? undefined : groupOf.get(id);
      if (group !== undefined) joined.add(group);
    }
    const group = [...[...joined].flat(), event];
    for (const former of joined) groups.delete(former);
    groups.add(group);
    for (const { id } of group) if (id !== undefined) groupOf.set(id, group);
  }
  return [...groups];
}

function standing(events: readonly PathwayEvent[]): PathwayEvent[] {
  const voided = voidedIds(events);
  return events.filter((event) => !('retracts' in event) && !voided.has(event.id ?? ''));
}

/** The fact and its day; not when it was recorded, nor what it was recorded with. */
function whatItSays(event: PathwayEvent): string {
  const { id: _id, seq: _seq, recordedAt: _at, corrects: _corrects, followsFrom: _from, ...said } = event;
  return JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));
}
