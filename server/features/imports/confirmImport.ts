import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/access/actor.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { ImportedPathway } from '../../domain/importing/becomes.ts';
import { compareWithKnown } from '../../domain/importing/compareWithKnown.ts';
import type { Comparison } from '../../domain/importing/knownPathway.ts';
import { judgeEvent } from '../../domain/pathway/advance.ts';
import { withAllConsequences, withConsequences } from '../../domain/pathway/consequences.ts';
import { derivePathway } from '../../domain/pathway/derive.ts';
import type { PathwayEvent } from '../../domain/pathway/events.ts';
import { completeFacts, type Facts } from '../../domain/pathway/facts.ts';
import type { Thresholds } from '../../domain/stall/thresholds.ts';
import { foldName } from '../../domain/person/foldName.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/db.ts';
import { PathwayRowEntity, PersonLocationRow, PersonRow } from '../../platform/database/entities.ts';
import {
  appendChanges,
  appendEvents,
  fieldChanges,
  givenOf,
  pathwayRow,
  saveDerived,
  storedValue,
  yearOfNumber,
  type FieldChange,
  type NewChange,
  type NewEvent,
} from '../pathways/index.ts';
import { thresholdsForWriting } from '../thresholds/index.ts';
import { entrusting, locationRow, personRow, saveLocation, savePerson } from '../people/index.ts';
import { namedStructure, structuresByName } from './checkImport.ts';
import { loadKnownFiles, type KnownFile } from './knownPathways.ts';

interface Work {
  readonly thresholds: Thresholds;
  readonly derived: { id: string; derived: ReturnType<typeof derivePathway> }[];
  readonly events: NewEvent[];
  readonly changes: NewChange[];
  readonly pathwayIds: Map<number, string>;
  readonly updated: number[];
  readonly unchanged: number[];
}
/** What became of the lines: the file of each, and which ones did what. */
export interface Applied extends Pick<Work, 'pathwayIds' | 'updated' | 'unchanged'> {
  readonly created: readonly number[];
  /** Files opened that nobody follows yet. */
  readonly unassigned: number;
}

/**
 * Does what the preview said, on the state of now: whatever a hand did meanwhile is kept, as in the preview. All of it
 * in one transaction: either the whole list is in, or nothing is.
 */
export async function applyLines(
  db: Db,
  actor: Actor,
  lines: readonly ImportedPathway[],
  clock: Clock,
  onProgress: (percent: number) => void,
): Promise<Applied> {
  const today = clock.today();
  const structures = await structuresByName(db);
  const known = await loadKnownFiles(
    db,
    lines.flatMap(({ person }) => person.foreignerNumber ?? []),
    today,
    { lock: true },
  );
  const work: Work = {
    thresholds: await thresholdsForWriting(db),
    derived: [],
    events: [],
    changes: [],
    pathwayIds: new Map(),
    updated: [],
    unchanged: [],
  };
  const people: PersonRow[] = [];
  const locations: PersonLocationRow[] = [];
  const pathways: PathwayRowEntity[] = [];
  const newLines = lines.filter(({ person }) => !known.has(person.foreignerNumber ?? ''));

  for (const line of newLines) {
    const structure = line.structureName === null ? undefined : structures.get(foldName(line.structureName));
    const opened = open(line, structure?.id ?? null, yearOfNumber(today), actor, today, work);
    people.push(opened.person);
    locations.push(locationRow(opened.person.id, line.person));
    pathways.push(opened.pathway);
  }
  for (let start = 0; start < people.length; start += 200) {
    await entrusting(db, () => db.insert(PersonRow, people.slice(start, start + 200)));
    await db.insert(PersonLocationRow, locations.slice(start, start + 200));
    await db.insert(PathwayRowEntity, pathways.slice(start, start + 200));
    onProgress(Math.round((start / Math.max(1, lines.length)) * 50));
  }
  for (const line of lines) {
    const file = known.get(line.person.foreignerNumber ?? '');
    if (file !== undefined) await update(db, actor, file, line, structures, today, work);
  }
  await appendChanges(db, clock, work.changes);
  await db.asEngine(async () => {
    for (let start = 0; start < work.derived.length; start += 200) {
      await saveDerived(db, work.derived.slice(start, start + 200));
      onProgress(50 + Math.round((start / Math.max(1, work.derived.length)) * 45));
    }
    await appendEvents(db, clock, work.events);
  });
  return {
    ...work,
    created: newLines.map(({ line }) => line),
    unassigned: newLines.filter(
      ({ structureName }) => structureName === null || !structures.has(foldName(structureName)),
    ).length,
  };
}

function open(
  line: ImportedPathway,
  organisationId: string | null,
  number: string,
  actor: Actor,
  today: CalendarDay,
  work: Work,
): { person: PersonRow; pathway: PathwayRowEntity } {
  const [id, personId] = [randomUUID(), randomUUID()];
  const facts = completeFacts(line.facts);
  const keys = { department: line.department ?? '', organisationId, referentId: null };
  const listed = line.events.map((event) => ({ ...event, id: randomUUID() }));
  const events = withAllConsequences({ facts, events: listed }, today, randomUUID);
  work.pathwayIds.set(line.line, id);
  work.derived.push({ id, derived: derivePathway({ facts, events, thresholds: work.thresholds }, today) });
  work.events.push(
    ...events.map((event) => ({
      pathwayId: id,
      event,
      source: 'IMPORT' as const,
      actorId: actor.accountId,
      id: event.id ?? randomUUID(),
    })),
  );
  work.changes.push({
    pathwayId: id,
    actorId: actor.accountId,
    kind: 'OPENED',
    source: 'IMPORT',
    domain: null,
    field: null,
    before: null,
    after: null,
    was: null,
  });
  return {
    person: personRow(personId, line.person, keys),
    pathway: pathwayRow(id, personId, number, { person: line.person, facts, ...keys, correctedByHand: [] }),
  };
}

async function update(
  db: Db,
  actor: Actor,
  file: KnownFile,
  line: ImportedPathway,
  structures: ReadonlyMap<string, { id: string; name: string }>,
  today: CalendarDay,
  work: Work,
): Promise<void> {
  work.pathwayIds.set(line.line, file.pathwayId);
  const structure = line.structureName === null ? undefined : structures.get(foldName(line.structureName));
  const comparison = compareWithKnown(file.known, namedStructure(line, structure?.name));
  if (comparison.outcome === 'UNCHANGED') {
    work.unchanged.push(line.line);
    return;
  }
  work.updated.push(line.line);
  const facts: Facts = completeFacts({ ...file.known.facts, ...comparison.factChanges });
  const person = { ...file.known.person, ...comparison.personChanges };
  await savePerson(db, file.personId, person);
  await saveLocation(db, file.personId, person);
  await db.query('update pathways set facts = $2, department = coalesce($3, department) where id = $1', [
    file.pathwayId,
    JSON.stringify(facts),
    comparison.departmentChange,
  ]);
  if (comparison.structureChange !== null) await entrust(db, file.pathwayId, structure?.id ?? null);
  const events = acceptedEvents(file, facts, comparison, today);
  work.derived.push({
    id: file.pathwayId,
    derived: derivePathway({ ...givenOf(file.history, events), facts }, today),
  });
  work.events.push(
    ...events.map((event) => ({
      pathwayId: file.pathwayId,
      event,
      source: 'IMPORT' as const,
      actorId: actor.accountId,
      id: event.id ?? randomUUID(),
    })),
  );
  work.changes.push(
    ...comparison.changes.map(({ path, before, after }): NewChange => ({
      pathwayId: file.pathwayId,
      actorId: actor.accountId,
      kind: path === 'structure' ? 'ASSIGNMENT' : 'CORRECTION',
      source: 'IMPORT',
      domain: null,
      field: path,
      before,
      after,
      was: storedValue(file.known, path),
    })),
    ...followingChanges(file, facts, comparison).map(({ path, domain, before, after, was }): NewChange => ({
      pathwayId: file.pathwayId,
      actorId: actor.accountId,
      kind: 'CORRECTION',
      source: 'IMPORT',
      domain,
      field: path,
      before,
      after,
      was,
    })),
  );
}

/** Facts that no cell states and that follow from one (the opening day follows the signature): their change is kept too. */
function followingChanges(file: KnownFile, facts: Facts, { changes }: Comparison): FieldChange[] {
  const stated = new Set(changes.map(({ path }) => path));
  return fieldChanges('facts', file.known.facts, { ...facts, bornOn: file.known.facts.bornOn }).filter(
    ({ path }) => !stated.has(path),
  );
}

/** Gives a file to the structure that the list names. */
async function entrust(db: Db, pathwayId: string, organisationId: string | null): Promise<void> {
  await entrusting(db, () =>
    db.query(
      `update pathways set organisation_id = $2, referent_id = case when $2 = organisation_id then referent_id end
       where id = $1 and $2::uuid is not null`,
      [pathwayId, organisationId],
    ),
  );
}

/** An event that no longer fits the history (a hand moved the step on) is left out: what the hand recorded stands. */
function acceptedEvents(
  file: KnownFile,
  facts: Facts,
  { eventsToAdd }: Comparison,
  today: CalendarDay,
): PathwayEvent[] {
  const accepted: PathwayEvent[] = [];
  for (const event of eventsToAdd) {
    const identified = { ...event, id: randomUUID() };
    const known = { ...givenOf(file.history, accepted), facts };
    if (!judgeEvent(known, identified, today).accepted) continue;
    accepted.push(...withConsequences(known, identified, today, randomUUID));
  }
  return accepted;
}
