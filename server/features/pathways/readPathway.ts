import type { AsKnownQuery, PathwayFile } from '../../contract/pathway.ts';
import { isCalendarDay, type CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { formatTimeFr } from '../../domain/calendar/formatTimeFr.ts';
import { dayInParis } from '../../domain/calendar/dayInParis.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { relationTo } from '../../domain/access/relations.ts';
import { displayName } from '../../domain/person/displayName.ts';
import type { Db } from '../../platform/database/db.ts';
import { badRequest, notFound } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { etagOf, fileOfLine } from './loadFile.ts';
import { loadFileAsKnown, readOnly } from './loadFileAsKnown.ts';
import { fileFactsOf, findPathway } from './pathways.queries.ts';
import { revealedName } from './revealedName.ts';

/** One file, with its version as ETag; or as it was on a day, as known on a day: read only, hence without one. */
export async function readPathway(
  { actor, db, today, language, clock, sessionKey }: Context,
  { params, query }: { params: { id: string }; query: AsKnownQuery },
): Promise<Answer<PathwayFile>> {
  const { asOf, knownAt } = query;
  const line = await findPathway(db, actor, params.id, today);
  if (line === undefined) throw notFound();
  const relation = relationTo(actor, fileFactsOf(line));
  const isNow = asOf === undefined && knownAt === undefined;
  if (!isNow) refuseDaysToCome(query, today, dayInParis(clock.now()));
  if (relation === 'TRANSFERRED_OUT')
    return {
      body: await loadFileAsKnown(db, actor, params.id, today, language, untilItLeft(query, line.left_at ?? '')),
    };
  if (!isNow) return { body: await loadFileAsKnown(db, actor, params.id, today, language, query) };
  const file = await fileOfLine(db, actor, line, today, language);
  if (relation === 'BROKEN_GLASS') return { body: readOnly(file, brokenGlass(line.open_until ?? '')) };
  return { body: await named(db, actor, file, sessionKey), etag: etagOf(file.version) };
}

function brokenGlass(until: string): string {
  return `Ouverture d’urgence, jusqu’à ${formatTimeFr(new Date(until))}\u00a0: ce dossier se lit, rien ne s’y enregistre.`;
}

/** What was recorded since the file left is the other structure’s. */
function untilItLeft(query: AsKnownQuery, leftAt: string): AsKnownQuery {
  const { knownAt = leftAt } = query;
  const isLater = isCalendarDay(knownAt)
    ? knownAt >= dayInParis(new Date(leftAt))
    : new Date(knownAt) > new Date(leftAt);
  return { ...query, knownAt: isLater ? leftAt : knownAt };
}

/** A referent to whom the name was given in this session reads it on the file. */
async function named(db: Db, actor: Actor, file: PathwayFile, sessionKey: string): Promise<PathwayFile> {
  if (actor.role !== 'DEPARTMENT_REFERENT') return file;
  const names = await revealedName(db, file.id, sessionKey);
  return names === undefined ? file : { ...file, name: displayName(names) };
}

/** What is recorded carries a real instant even where the setting TODAY holds the day back. */
function refuseDaysToCome({ asOf, knownAt }: AsKnownQuery, today: CalendarDay, realDay: CalendarDay): void {
  const lastKnown = today < realDay ? realDay : today;
  const known = knownAt === undefined || isCalendarDay(knownAt) ? knownAt : dayInParis(new Date(knownAt));
  if ((asOf ?? today) <= today && (known ?? lastKnown) <= lastKnown) return;
  throw badRequest('day_to_come', 'Choisissez un jour passé, ou aujourd’hui\u00a0: la suite n’est pas connue.');
}
