import type { News, NewsSeenInput } from '../../contract/week.ts';
import { plusDays } from '../../domain/calendar/calendarDay.ts';
import type { Birth } from '../../domain/person/birth.ts';
import { displayName } from '../../domain/person/displayName.ts';
import { unfit } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { findFollowed, historiesOf, type PathwayLine } from '../pathways/index.ts';

/** For whoever comes for the first time. */
const FIRST_DAYS = 7;
/** A file that somebody else closed is news; after a month it is in no list of hers. */
const CLOSED_DAYS = 30;
/** More is no page to be read: the latest are told, all are counted. */
const MOST_ENTRIES = 300;
/**
 * What is being recorded while the page is read may be dated a little before it: the last seconds are told again the next
 * time, rather than never.
 */
const NOT_YET_SURE_MS = 5_000;

/** What others recorded in the files that one follows, by file, the latest first; each as the history of its file tells it. */
export async function readNews(context: Context): Promise<Answer<News>> {
  const { actor, db, today, clock } = context;
  const now = clock.now();
  const visit = await db.one<{ seen_at: string }>('select v.seen_at from week_visits v where v.account_id = $1', [
    actor.accountId,
  ]);
  const since = visit?.seen_at ?? new Date(now.getTime() - FIRST_DAYS * 86_400_000).toISOString();
  const closedSince = plusDays(today, -CLOSED_DAYS);
  const lines = await findFollowed(db, actor, { referentId: actor.accountId, closedSince }, today);
  const histories = await historiesOf(context, lines, { after: since, notBy: actor.accountId });
  const all = lines.flatMap((line) => (histories.get(line.id) ?? []).map((entry) => ({ line, entry })));
  const latest = all.sort((a, b) => (a.entry.at < b.entry.at ? 1 : a.entry.at > b.entry.at ? -1 : 0));
  const files = new Map<string, News['files'][number]>();
  for (const { line, entry } of latest.slice(0, MOST_ENTRIES)) {
    const file = files.get(line.id) ?? { ...presentFile(line), entries: [] };
    file.entries.push(entry);
    files.set(line.id, file);
  }
  return {
    body: {
      since,
      until: new Date(now.getTime() - NOT_YET_SURE_MS).toISOString(),
      isFirst: visit === undefined,
      total: all.length,
      files: [...files.values()],
    },
  };
}

/** Keeps until when somebody has seen; never earlier than she already said, nor later than now. */
export async function markNewsSeen(
  { actor, db, clock }: Context,
  { body }: { body: NewsSeenInput },
): Promise<Answer<NewsSeenInput>> {
  if (new Date(body.until) > clock.now()) {
    const message = 'Ce qui n’a pas encore eu lieu n’a pas été vu.';
    throw unfit('seen_in_the_future', message, { until: message });
  }
  const kept = await db.one<{ seen_at: string }>(
    `insert into week_visits as v (account_id, seen_at) values ($1, $2)
     on conflict (account_id) do update set seen_at = greatest(v.seen_at, excluded.seen_at)
     returning v.seen_at`,
    [actor.accountId, body.until],
  );
  return { body: { until: kept?.seen_at ?? body.until } };
}

function presentFile(line: PathwayLine): Omit<News['files'][number], 'entries'> {
  const {
    id: pathwayId,
    number,
    sealed,
    birth_name,
    usage_name,
    first_names,
    sex,
    birth_value,
    birth_precision,
  } = line;
  return {
    pathwayId,
    number,
    name: displayName({
      birthName: birth_name ?? null,
      usageName: usage_name ?? null,
      firstNames: first_names ?? null,
      sex: sex ?? 'X',
    }),
    birth: { value: birth_value ?? null, precision: birth_precision } as Birth & News['files'][number]['birth'],
    sealed,
  };
}
