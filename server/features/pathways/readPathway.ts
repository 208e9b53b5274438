import type { AsKnownQuery, PathwayFile } from '../../contract/pathway.ts';
import { isCalendarDay, type CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { dayInParis } from '../../domain/calendar/dayInParis.ts';
import { badRequest } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { etagOf, loadFile } from './loadFile.ts';
import { loadFileAsKnown } from './loadFileAsKnown.ts';

/** One file, with its version as ETag; or as it was on a day, as known on a day: read only, hence without one. */
export async function readPathway(
  { actor, db, today, clock }: Context,
  { params, query }: { params: { id: string }; query: AsKnownQuery },
): Promise<Answer<PathwayFile>> {
  const { asOf, knownAt } = query;
  if (asOf === undefined && knownAt === undefined) {
    const file = await loadFile(db, actor, params.id, today);
    return { body: file, etag: etagOf(file.version) };
  }
  refuseDaysToCome(query, today, dayInParis(clock.now()));

  return { body: await loadFileAsKnown(db, actor, params.id, today, query) };
}

/** What is recorded carries a real instant even where the setting TODAY holds the day back. */
function refuseDaysToCome({ asOf, knownAt }: AsKnownQuery, today: CalendarDay, realDay: CalendarDay): void {
  const lastKnown = today < realDay ? realDay : today;
  const known = knownAt === undefined || isCalendarDay(knownAt) ? knownAt : dayInParis(new Date(knownAt));
  if ((asOf ?? today) <= today && (known ?? lastKnown) <= lastKnown) return;
  throw badRequest('day_to_come', 'Choisissez un jour passé, ou aujourd’hui\u00a0: la suite n’est pas connue.');
}
