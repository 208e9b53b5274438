import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { KnownPathway, KnownStep } from '../../domain/importing/knownPathway.ts';
import { effectiveEvents } from '../../domain/pathway/effectiveEvents.ts';
import { voidedIds, type PathwayEvent } from '../../domain/pathway/events.ts';
import { completeFacts } from '../../domain/pathway/facts.ts';
import type { Birth } from '../../domain/person/birth.ts';
import type { Db } from '../../platform/database/db.ts';
import { loadHistories, type StoredHistory } from '../pathways/index.ts';
import { PEOPLE_LOCATED, PERSON_COLUMNS, personFromLine, type PersonLine } from '../people/index.ts';

/** A file that a line may be about: what the comparison reads, and what the update writes to. */
export interface KnownFile {
  readonly pathwayId: string;
  readonly personId: string;
  readonly number: string;
  readonly organisationId: string | null;
  readonly known: KnownPathway;
  readonly history: StoredHistory;
}

interface FileLine extends PersonLine {
  pathway_id: string;
  number: string;
  organisation_id: string | null;
  organisation_name: string | null;
  corrected_by_hand: string[];
  opened_by_hand: boolean;
  settled_by_hand: boolean;
}

/**
 * The files of the territory under these foreigner numbers, by number. Where two structures follow one person, the file
 * that is open and was opened last is the one that the list speaks of.
 */
export async function loadKnownFiles(
  db: Db,
  numbers: readonly string[],
  today: CalendarDay,
  { lock }: { lock: boolean },
): Promise<Map<string, KnownFile>> {
  const files = new Map<string, FileLine>();
  const lines = await db.query<FileLine>(
    `select ${PERSON_COLUMNS}, p.id as pathway_id, p.number, p.organisation_id, o.name as organisation_name, p.corrected_by_hand,
       not exists (select 1 from pathway_changes c where c.pathway_id = p.id and c.kind = 'OPENED' and c.source = 'IMPORT') as opened_by_hand,
       exists (select 1 from pathway_changes c where c.pathway_id = p.id and c.kind in ('ASSIGNMENT', 'TRANSFER', 'CORRECTION') and c.source = 'HAND') as settled_by_hand
     from ${PEOPLE_LOCATED}
     join pathways p on p.person_id = pe.id
     left join organisations o on o.id = p.organisation_id
     where pe.foreigner_number = any ($1)
     order by (p.closed_on is not null and p.closed_on <= $2), p.opened_on desc nulls last, p.id`,
    [numbers, today],
  );
  for (const line of lines)
    if (line.foreigner_number !== null && !files.has(line.foreigner_number)) files.set(line.foreigner_number, line);
  const histories = await db.asEngine(() =>
    loadHistories(
      db,
      [...files.values()].map(({ pathway_id: id }) => id),
      { lock },
    ),
  );
  const ofStructures = await accountsOfStructures(db, [...histories.values()]);
  const known = new Map<string, KnownFile>();
  for (const [number, line] of files) {
    const history = histories.get(line.pathway_id);
    if (history !== undefined)
      known.set(number, {
        pathwayId: line.pathway_id,
        personId: line.id,
        number: line.number,
        organisationId: line.organisation_id,
        history,
        known: knownPathway(
          { ...line, settled_by_hand: line.settled_by_hand || isWorkOf(history, ofStructures) },
          history,
          today,
        ),
      });
  }
  return known;
}

/**
 * A structure has taken a file in hand once it has named who follows it, corrected it or recorded an event in it: from
 * then on only a transfer takes it from her. Until then a list may still say that it was meant for another one.
 */
const isWorkOf = ({ events }: StoredHistory, accounts: ReadonlySet<string>): boolean =>
  events.some(({ source, actorId }) => source === 'HAND' && actorId !== null && accounts.has(actorId));

async function accountsOfStructures(db: Db, histories: readonly StoredHistory[]): Promise<ReadonlySet<string>> {
  const hands = new Set(
    histories.flatMap(({ events }) =>
      events.flatMap(({ source, actorId }) => (source === 'HAND' && actorId !== null ? [actorId] : [])),
    ),
  );
  const accounts = await db.query<{ id: string }>(
    `select a.id from accounts a
     where a.id = any ($1::uuid[]) and a.role in ('ASSOCIATION_CASEWORKER', 'ASSOCIATION_MANAGER')`,
    [[...hands]],
  );
  return new Set(accounts.map(({ id }) => id));
}

function knownPathway(line: FileLine, history: StoredHistory, today: CalendarDay): KnownPathway {
  const { id: _id, ...person } = personFromLine(line);
  const facts = completeFacts(history.facts);
  const events = history.events.map(({ event }) => event);
  const byHand = new Set(history.events.filter(({ source }) => source === 'HAND').map(({ event }) => event.id ?? ''));
  return {
    person,
    facts,
    structureName: line.organisation_name,
    correctedByHand: new Set([
      ...line.corrected_by_hand,
      ...(line.opened_by_hand ? everyValue(person, facts) : []),
      ...(line.settled_by_hand || line.opened_by_hand ? ['structure'] : []),
      ...replacedByHand(events, byHand),
    ]),
    importedSteps: currentSteps(events, byHand, today),
  };
}

/** A file that a hand opened holds nothing but what a hand wrote. */
function everyValue(person: object, facts: object): string[] {
  const paths = (kind: string, values: object): string[] =>
    Object.entries(values).flatMap(([field, value]) => (saysNothing(value) ? [] : [`${kind}.${field}`]));
  return [...paths('person', person), ...paths('facts', facts)];
}

/** What a form holds where nothing was typed: an empty list, a birth not known, a sex not said. */
function saysNothing(value: unknown): boolean {
  return (
    value === null ||
    value === false ||
    value === 0 ||
    value === 'X' ||
    (Array.isArray(value) && value.length === 0) ||
    (value as Partial<Birth>).precision === 'UNKNOWN'
  );
}

function replacedByHand(events: readonly PathwayEvent[], byHand: ReadonlySet<string>): string[] {
  const targets = new Set(
    events.flatMap((event) =>
      byHand.has(event.id ?? '') ? (('retracts' in event ? event.retracts : event.corrects) ?? []) : [],
    ),
  );
  return events.flatMap((event) => ('step' in event && targets.has(event.id ?? '') ? [`step.${event.step}`] : []));
}

function currentSteps(events: readonly PathwayEvent[], byHand: ReadonlySet<string>, today: CalendarDay): KnownStep[] {
  const current = new Map<string, KnownStep>();
  const voided = voidedIds(events);
  for (const event of effectiveEvents(events, today)) {
    if (!('step' in event) || voided.has(event.id ?? '')) continue;
    current.set(event.step, {
      step: event.step,
      status: event.status,
      on: event.on,
      outcome: event.outcome ?? null,
      track: event.track ?? null,
      eventId: event.id ?? '',
      byHand: byHand.has(event.id ?? ''),
    });
  }
  return [...current.values()];
}
