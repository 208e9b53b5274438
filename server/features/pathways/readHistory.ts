import type { HistoryEntry } from '../../contract/pathway.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { relationTo } from '../../domain/access/relations.ts';
import { decide } from '../../domain/access/rights.ts';
import { shownTo } from '../../domain/access/fields.ts';
import { isToldOf, toldTo } from '../../domain/access/whatIsTold.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Language } from '../../domain/language/language.ts';
import { eventSentence } from '../../domain/pathway/eventSentence.ts';
import { voidedIds } from '../../domain/pathway/events.ts';
import { PATHWAY_WORDS } from '../../domain/pathway/pathwayWords.ts';
import type { ReferentAction } from '../../domain/pathway/codes.ts';
import type { ChangeKind } from '../../platform/database/entities.ts';
import type { Db } from '../../platform/database/db.ts';
import { DATABASE_ROLE, type DatabaseRole } from '../../platform/database/signedContext.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { byFile } from './byFile.ts';
import { CHANGE_WORDS } from './changeWords.ts';
import { fileFactsOf, findPathway, type PathwayLine } from './pathways.queries.ts';
import { loadHistories, type HistoryEvent } from './pathways.store.ts';

interface ChangeLine {
  pathway_id: string;
  at: string;
  actor: string | null;
  kind: ChangeKind;
  source: 'HAND' | 'IMPORT';
  field: string | null;
  before: string | null;
  after: string | null;
  reason: string | null;
  restorable: string | null;
  /** Of which file that was merged into this one; null of its own. */
  of_number: string | null;
}
interface ActionLine {
  pathway_id: string;
  at: string;
  actor: string | null;
  action: ReferentAction;
  note: string | null;
  due_on: CalendarDay | null;
  of_number: string | null;
}

/** Everything that happened on a file, latest first: facts, corrections, assignments, the referent's actions. */
export async function readHistory(
  context: Context,
  { params }: { params: { id: string } },
): Promise<Answer<HistoryEntry[]>> {
  const { actor, db, today } = context;
  const line = await findPathway(db, actor, params.id, today);
  if (line === undefined) throw notFound();
  return { body: (await historiesOf(context, [line])).get(line.id) ?? [] };
}

/** Which entries are asked for: those recorded after an instant, by somebody else than an account. */
export interface Asked {
  readonly after?: string;
  readonly notBy?: string;
}

/** What happened on files that the reader reaches, latest first, each told as its own history tells it. */
export async function historiesOf(
  { actor, db, language }: Pick<Context, 'actor' | 'db' | 'language'>,
  lines: readonly PathwayLine[],
  asked: Asked = {},
): Promise<Map<string, HistoryEntry[]>> {
  const ids = lines.map(({ id }) => id);
  const histories = await db.asEngine(() => loadHistories(db, ids, { lock: false }));
  const changes = byFile(shownTo(actor).changes ? await loadChanges(db, actor, ids, asked) : []);
  const actions = byFile(await loadActions(db, actor, ids, asked));
  const names = new Map(
    (await db.query<{ id: string; name: string }>('select a.id, a.display_name as name from accounts a')).map(
      ({ id, name }) => [id, name],
    ),
  );
  return new Map(
    lines.map((line) => [
      line.id,
      tell(actor, line, language, {
        events: histories.get(line.id)?.events ?? [],
        changes: changes.get(line.id) ?? [],
        actions: actions.get(line.id) ?? [],
        names,
        asked,
      }),
    ]),
  );
}

interface Recorded {
  readonly events: readonly HistoryEvent[];
  readonly changes: readonly ChangeLine[];
  readonly actions: readonly ActionLine[];
  readonly names: ReadonlyMap<string, string>;
  readonly asked: Asked;
}

function tell(
  actor: Actor,
  line: PathwayLine,
  language: Language,
  { events, changes, actions, names, asked }: Recorded,
): HistoryEntry[] {
  const relation = relationTo(actor, fileFactsOf(line));
  const readsSeal = decide(actor, 'readSeal', fileFactsOf(line)).allowed;
  const corrects = decide(actor, 'correct', fileFactsOf(line)).allowed;
  // Latest first; what was recorded at the same instant, latest first too.
  const all = [...events].reverse();
  const voided = voidedIds(all.map(({ event }) => event));
  const shown = all
    .filter(({ event }) => isToldOf(actor, event, all))
    .map((one) => ({ ...one, event: toldTo(actor, one.event) }));
  const entries: HistoryEntry[] = [
    ...actions.map((action) => ({
      at: action.at,
      actor: action.actor,
      kind: 'STALL_ACTION' as const,
      eventId: null,
      source: 'HAND' as const,
      sentence: `${actionSentence(action, language)}${ofFile(action.of_number, language)}`,
      on: null,
      ...NO_CHANGE,
    })),
    ...shown
      .filter(
        ({ event, actorId }) =>
          (asked.after === undefined || (event.recordedAt ?? '') > asked.after) &&
          (asked.notBy === undefined || actorId !== asked.notBy),
      )
      .map(({ event, source, actorId }) => ({
        at: event.recordedAt ?? '',
        actor: actorId === null ? null : (names.get(actorId) ?? null),
        kind: 'EVENT' as const,
        eventId: 'retracts' in event || voided.has(event.id ?? '') ? null : (event.id ?? null),
        source,
        sentence: eventSentence(event, shown, language),
        on: event.on ?? null,
        ...NO_CHANGE,
      })),
    ...changes.filter(isTold).map(({ pathway_id: _file, restorable, of_number: number, ...change }) => ({
      ...change,
      eventId: null,
      changeId: corrects ? restorable : null,
      sentence: `${changeSentence(change, language)}${ofFile(number, language)}`,
      on: null,
    })),
  ];
  // What was recorded since the file left is the other structure’s.
  const told = relation === 'TRANSFERRED_OUT' ? entries.filter(({ at }) => at <= (line.left_at ?? '')) : entries;
  return told.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));

  /** From where to where, and when she moved: told with the location alone. The row policies say the same. */
  function isTold({ field }: ChangeLine): boolean {
    if (field === SEAL_RIGHTS) return readsSeal;
    return line.located || field === null || !TELLING_A_PLACE.test(field);
  }
}

/** What an entry that changed no field has none of. */
const NO_CHANGE = { field: null, before: null, after: null, changeId: null, reason: null } as const;

/**
 * Changes of files, and of those that were merged into them for whoever follows them: nothing is restored of these. Why a
 * value was restored is the structure’s: the office is not granted those columns.
 */
function loadChanges(
  db: Db,
  actor: Actor,
  ids: readonly string[],
  { after = null, notBy = null }: Nullable<Asked>,
): Promise<ChangeLine[]> {
  const merged = FOLLOWS_FILES.has(DATABASE_ROLE[actor.role])
    ? `union all
       select m.pathway_id, m.id, m.at, m.actor_id, m.kind, m.source, m.field, m.before, m.after, m.number,
         m.reason, null::uuid
       from sec.changes_of_merged('${DATABASE_ROLE[actor.role]}', $1) m`
    : '';
  return db.query<ChangeLine>(
    `select c.pathway_id, c.at, a.display_name as actor, c.kind, c.source, c.field, c.before, c.after, c.reason,
       c.restorable, c.of_number
     from (
       select c.pathway_id, c.id, c.at, c.actor_id, c.kind, c.source, c.field, c.before, c.after, null as of_number,
         ${shownTo(actor).domains === 'ALL' ? `c.reason, ${RESTORABLE}` : 'null as reason, null::uuid'} as restorable
       from pathway_changes c
       where c.pathway_id = any ($1::uuid[])
       ${merged}
     ) c
     left join accounts a on a.id = c.actor_id
     where ($2::timestamptz is null or c.at > $2) and ($3::uuid is null or c.actor_id is distinct from $3)
     order by c.id desc`,
    [ids, after, notBy],
  );
}
const FOLLOWS_FILES: ReadonlySet<DatabaseRole> = new Set(['jalon_caseworker', 'jalon_manager']);

function loadActions(
  db: Db,
  actor: Actor,
  ids: readonly string[],
  { after = null, notBy = null }: Nullable<Asked>,
): Promise<ActionLine[]> {
  const merged = FOLLOWS_FILES.has(DATABASE_ROLE[actor.role])
    ? `union all
       select m.pathway_id, m.at, m.by_account, m.action, m.note, m.due_on, m.number
       from sec.actions_of_merged('${DATABASE_ROLE[actor.role]}', $1) m`
    : '';
  return db.query<ActionLine>(
    `select f.pathway_id, f.at, a.display_name as actor, f.action, f.note, f.due_on, f.of_number
     from (
       select f.pathway_id, f.at, f.by_account, f.action, f.note, f.due_on, null as of_number
       from stall_follow_ups f
       where f.pathway_id = any ($1::uuid[])
       ${merged}
     ) f
     left join accounts a on a.id = f.by_account
     where ($2::timestamptz is null or f.at > $2) and ($3::uuid is null or f.by_account is distinct from $3)`,
    [ids, after, notBy],
  );
}

type Nullable<T> = { readonly [K in keyof T]?: T[K] | null };

/** Who was given which right over the sealed file, or lost it: told to whoever may read who holds them. */
const SEAL_RIGHTS = 'sealRights';
/** A correction of a field, unless it is older than the values themselves: of those the words alone are left. */
const RESTORABLE = `case when c.kind = 'CORRECTION' and c.field ~ '^(facts|person)[.]' and (c.was is not null or c.before is null)
       then c.change_id end`;
const TELLING_A_PLACE = /^person\.(?:address|phone|email)\b/;

function changeSentence(
  { field, kind, reason }: Pick<ChangeLine, 'field' | 'kind' | 'reason'>,
  language: Language,
): string {
  const words = CHANGE_WORDS[language];
  if (field === SEAL_RIGHTS) return words.sealRights;
  return kind === 'CORRECTION' && reason !== null ? words.restored : words.kinds[kind];
}

/** Of which file that was merged into this one. */
function ofFile(number: string | null, language: Language): string {
  return number === null ? '' : ` (${CHANGE_WORDS[language].file} ${number})`;
}

function actionSentence({ action, note, due_on }: ActionLine, language: Language): string {
  return [
    CHANGE_WORDS[language].action(action),
    due_on === null ? null : CHANGE_WORDS[language].until(PATHWAY_WORDS[language].day(due_on)),
    note,
  ]
    .filter((part) => part !== null)
    .join(' – ');
}
