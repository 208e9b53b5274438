import { randomUUID } from 'node:crypto';
import { judgeEvent } from '../../domain/pathway/advance.ts';
import { withConsequences } from '../../domain/pathway/consequences.ts';
import { derivePathway } from '../../domain/pathway/derive.ts';
import type { AttendanceEvent, PathwayEvent } from '../../domain/pathway/events.ts';
import type { Refusal } from '../../domain/pathway/judgement.ts';
import { standingEvent } from '../../domain/groupSession/attendance.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import type { Context } from '../../platform/http/route.ts';
import {
  appendEvents,
  givenOf,
  loadHistories,
  saveDerived,
  type NewEvent,
  type StoredHistory,
} from '../pathways/index.ts';

type Recorder = Pick<Context, 'actor' | 'db' | 'today' | 'clock'>;

export interface HoursOfFile {
  readonly pathwayId: string;
  /** The event by which they were told before; null the first time. */
  readonly eventId: string | null;
  readonly hours: AttendanceEvent;
}

/**
 * Records the same session in many files, or corrects what was recorded: all of them or none. Gives the event of each file.
 * @param refused says what to throw of the first file whose rules refuse
 */
export function noteHours(
  recorder: Recorder,
  files: readonly HoursOfFile[],
  refused: (pathwayId: string, refusal: Refusal) => Error,
): Promise<Map<string, string>> {
  return record(
    recorder,
    files.map(({ pathwayId, eventId, hours }) => ({
      pathwayId,
      eventOf: ({ events }) => {
        const told =
          eventId === null
            ? undefined
            : standingEvent(
                events.map(({ event }) => event),
                eventId,
              );
        // What a colleague put in its place since is not of this session: it stays, and the hours are told beside it.
        const corrects = told !== undefined && 'attendance' in told ? told.id : undefined;
        return { ...hours, ...(corrects === undefined ? {} : { corrects }) };
      },
    })),
    refused,
  );
}

/** Takes back what a session told of somebody, by whatever event says it now. */
export async function takeBackHours(recorder: Recorder, pathwayId: string, eventId: string): Promise<void> {
  await record(
    recorder,
    [
      {
        pathwayId,
        eventOf: ({ events }) => {
          const told = standingEvent(
            events.map(({ event }) => event),
            eventId,
          );
          return told?.id === undefined || !('attendance' in told) ? undefined : { retracts: told.id };
        },
      },
    ],
    (_id, { code, reason }) => conflict(code, reason),
  );
}

interface ToRecord {
  readonly pathwayId: string;
  /** Undefined where there is nothing to record. */
  readonly eventOf: (history: StoredHistory) => PathwayEvent | undefined;
}

function record(
  { actor, db, today, clock }: Recorder,
  files: readonly ToRecord[],
  refused: (pathwayId: string, refusal: Refusal) => Error,
): Promise<Map<string, string>> {
  return db.asEngine(async () => {
    const histories = await loadHistories(
      db,
      files.map(({ pathwayId }) => pathwayId),
      { lock: true },
    );
    const derived: { id: string; derived: ReturnType<typeof derivePathway> }[] = [];
    const added: NewEvent[] = [];
    const told = new Map<string, string>();
    for (const { pathwayId, eventOf } of files) {
      const history = histories.get(pathwayId);
      // It left, or was sealed, between the reading of the session and its lock.
      if (history === undefined) throw notFound();
      const event = eventOf(history);
      if (event === undefined) continue;
      const known = givenOf(history);
      const judged = judgeEvent(known, event, today);
      if (!judged.accepted) throw refused(pathwayId, judged);
      const id = randomUUID();
      const recorded = withConsequences(known, { ...event, on: event.on ?? today, id }, today, randomUUID);
      derived.push({ id: pathwayId, derived: derivePathway(givenOf(history, recorded), today) });
      for (const one of recorded)
        added.push({ pathwayId, event: one, source: 'HAND', actorId: actor.accountId, id: one.id ?? randomUUID() });
      told.set(pathwayId, id);
    }
    await saveDerived(db, derived);
    await appendEvents(db, clock, added);
    return told;
  });
}
