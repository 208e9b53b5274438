import type { ThresholdsView } from '../../contract/thresholds.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Language } from '../../domain/language/language.ts';
import type { Db } from '../../platform/database/db.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { presentThresholds, type PublicationLine } from './presentThresholds.ts';
import { publishedSets } from './thresholds.store.ts';

/** What is in force today, what was published and by whom, what may be set and what a text sets. */
export async function listThresholds({ db, today, language }: Context): Promise<Answer<ThresholdsView>> {
  return { body: await readThresholds(db, today, language) };
}

export async function readThresholds(db: Db, today: CalendarDay, language: Language): Promise<ThresholdsView> {
  const publications = await db.query<PublicationLine>(
    `select t.number, t.published_at, coalesce(a.display_name, '') as published_by, t.reason
     from threshold_sets t left join accounts a on a.id = t.published_by order by t.number`,
  );
  const state = await db.one<{ thresholds: number }>('select s.thresholds from derived_rows_state s');
  return presentThresholds(await publishedSets(db), publications, {
    today,
    language,
    appliedNumber: state?.thresholds ?? 0,
  });
}
