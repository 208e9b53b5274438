import type { HistoryEntry } from '../../contract/pathway.ts';
import type { News, NewsSeenInput, Week } from '../../contract/week.ts';
import { plusDays } from '../../domain/calendar/calendarDay.ts';
import type { Birth } from '../../domain/person/birth.ts';
import { displayName } from '../../domain/person/displayName.ts';
import { unfit } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { findNoteNews, type NoteNews } from '../notes/index.ts';
import { byFile, findFollowed, historiesOf, type PathwayLine } from '../pathways/index.ts';

/** For whoever comes for the first time. */
const FIRST_DAYS = 7;
/** A file that somebody else closed is news; after a month it is in no list of hers. */
const CLOSED_DAYS = 30;
/** More is no page to be read: the latest are told, all are counted. */
const MOST_ENTRIES = 300;
/** What is counted of them beside the week. */
const MOST_COUNTED = 20;
/**
 * What is being recorded while the page is read may be dated a little before it: the last seconds are told again the next
 * time, rather than never.
 */
const NOT_YET_SURE_MS = 5_000;

/** What others recorded in the files that one follows, by file, the latest first; each as the history of its file tells it. */
export async function readNews(context: Context): Promise<Answer<News>> {
  const now = context.clock.now();
  const { since, isFirst } = await lastSeen(context, now);
  const lines = await followed(context);
  const all = await newsOf(context, lines, since);
  const files = new Map<string, News['files'][number]>();
  for (const { line, entry, note } of all.slice(0, MOST_ENTRIES)) {
    const file = files.get(line.id) ?? { ...presentFile(line), entries: [], notes: [] };
    if (entry !== undefined) file.entries.push(entry);
    if (note !== undefined) file.notes.push(note);
    files.set(line.id, file);
  }
  return {
    body: {
      since,
      until: new Date(now.getTime() - NOT_YET_SURE_MS).toISOString(),
      isFirst,
      total: all.length,
      files: [...files.values()],
    },
  };
}

/**
 * How much is new, told up to some: the histories of a few files are read, and not of all. A file is asked for its own
 * where something was recorded in it since, which one statement says of all of them.
 */
export async function countNews(context: Context): Promise<NonNullable<Week['news']>> {
  const { since } = await lastSeen(context, context.clock.now());
  const lines = await followed(context);
  const recorded = await recordedSince(context, lines, since);
  const few: PathwayLine[] = [];
  let told = 0;
  for (const line of lines) {
    const count = recorded.get(line.id) ?? 0;
    if (count === 0 || told > MOST_COUNTED) continue;
    told += count;
    few.push(line);
  }
  const count = few.length === 0 ? 0 : (await newsOf(context, few, since)).length;
  return { count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED || few.length < recorded.size };
}

/** Until when one said that one had seen; the first time, the last seven days are told. */
async function lastSeen({ actor, db }: Context, now: Date): Promise<Pick<News, 'since' | 'isFirst'>> {
  const visit = await db.one<{ seen_at: string }>('select v.seen_at from week_visits v where v.account_id = $1', [
    actor.accountId,
  ]);
  const since = visit?.seen_at ?? new Date(now.getTime() - FIRST_DAYS * 86_400_000).toISOString();
  return { since, isFirst: visit === undefined };
}

function followed({ actor, db, today }: Context): Promise<PathwayLine[]> {
  return findFollowed(db, actor, { referentId: actor.accountId, closedSince: plusDays(today, -CLOSED_DAYS) }, today);
}

interface NewsLine {
  readonly line: PathwayLine;
  readonly at: string;
  readonly entry?: HistoryEntry;
  readonly note?: Omit<NoteNews, 'pathway_id'>;
}

/** All that is new in files, the latest first. */
async function newsOf(context: Context, lines: readonly PathwayLine[], since: string): Promise<NewsLine[]> {
  const { actor, db } = context;
  const histories = await historiesOf(context, lines, { after: since, notBy: actor.accountId });
  const notes = byFile(await findNoteNews(db, actor, lines, since));
  const all = lines.flatMap((line): NewsLine[] => [
    ...(histories.get(line.id) ?? []).map((entry) => ({ line, at: entry.at, entry })),
    ...(notes.get(line.id) ?? []).map(({ pathway_id: _file, ...note }) => ({ line, at: note.at, note })),
  ]);
  return all.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** In how many rows, by file, somebody else recorded something since: all of them are not told, those told are among them. */
async function recordedSince(
  { actor, db }: Context,
  lines: readonly PathwayLine[],
  since: string,
): Promise<Map<string, number>> {
  const parameters = [lines.map(({ id }) => id), since, actor.accountId];
  const counted = async (table: string, at: string, by: string): Promise<{ id: string; count: number }[]> =>
    db.query(
      `select r.pathway_id as id, count(*)::int as count from ${table} r
       where r.pathway_id = any ($1::uuid[]) and r.${at} > $2 and r.${by} is distinct from $3
       group by r.pathway_id`,
      parameters,
    );
  const rows = [
    ...(await db.asEngine(() => counted('pathway_events', 'recorded_at', 'actor_id'))),
    ...(await counted('pathway_changes', 'at', 'actor_id')),
    ...(await counted('stall_follow_ups', 'at', 'by_account')),
    ...(await counted('notes', 'at', 'by_account')),
  ];
  const counts = new Map<string, number>();
  for (const { id, count } of rows) counts.set(id, (counts.get(id) ?? 0) + count);
  return counts;
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

function presentFile(line: PathwayLine): Omit<News['files'][number], 'entries' | 'notes'> {
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
