import type { PathwayFile } from '../../contract/pathway.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { seesPeople } from '../../domain/access/fields.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Language } from '../../domain/language/language.ts';
import type { Db } from '../../platform/database/db.ts';
import { notFound } from '../../platform/http/problem.ts';
import { loadPerson } from '../people/index.ts';
import { findPathway, type PathwayLine } from './pathways.queries.ts';
import { presentFile } from './pathways.presenter.ts';
import { loadHistories, type StoredHistory } from './pathways.store.ts';
import { transferAsked } from './runningTransfer.ts';

/** The file as this actor may see it. Throws 404 when it is out of reach. */
export async function loadFile(
  db: Db,
  actor: Actor,
  id: string,
  today: CalendarDay,
  language: Language,
): Promise<PathwayFile> {
  const line = await findPathway(db, actor, id, today);
  if (line === undefined) throw notFound();
  return fileOfLine(db, actor, line, today, language);
}

/** The file of a line already found. */
export async function fileOfLine(
  db: Db,
  actor: Actor,
  line: PathwayLine,
  today: CalendarDay,
  language: Language,
): Promise<PathwayFile> {
  const { id } = line;
  const person = seesPeople(actor) && line.person_id !== undefined ? await loadPerson(db, line.person_id) : undefined;
  const history = (await db.asEngine(() => loadHistories(db, [id], { lock: false }))).get(id);
  if (history === undefined) throw notFound();
  const actorNames = await actorNamesOf(db, history);
  const transfer = await transferAsked(db, actor, line, today);
  return presentFile(actor, { line, person, history, actorNames, transfer }, today, language);
}

/** Who recorded the events of a file, by account; professionals out of sight have no name. */
export async function actorNamesOf(db: Db, { events }: StoredHistory): Promise<ReadonlyMap<string, string>> {
  const actorIds = [...new Set(events.flatMap(({ actorId }) => actorId ?? []))];
  const names = await db.query<{ id: string; display_name: string }>(
    'select a.id, a.display_name from accounts a where a.id = any ($1::uuid[])',
    [actorIds],
  );
  return new Map(names.map((row) => [row.id, row.display_name]));
}

export function etagOf(version: number): string {
  return `"${version}"`;
}
