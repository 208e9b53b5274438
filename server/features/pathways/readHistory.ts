import type { HistoryEntry } from '../../contract/pathway.ts';
import { relationTo } from '../../domain/access/relations.ts';
import { decide } from '../../domain/access/rights.ts';
import { shownTo } from '../../domain/access/fields.ts';
import { isToldOf, toldTo } from '../../domain/access/whatIsTold.ts';
import { formatDayFr } from '../../domain/calendar/formatDayFr.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { eventSentence } from '../../domain/pathway/eventSentence.ts';
import { voidedIds } from '../../domain/pathway/events.ts';
import { REFERENT_ACTION_LABELS } from '../../domain/pathway/labels.ts';
import { typeset } from '../../domain/pathway/words.ts';
import type { ReferentAction } from '../../domain/pathway/codes.ts';
import type { ChangeKind } from '../../platform/database/entities.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { fileFactsOf, findPathway } from './pathways.queries.ts';
import { loadHistories } from './pathways.store.ts';

interface ChangeLine {
  at: string;
  actor: string | null;
  kind: ChangeKind;
  source: 'HAND' | 'IMPORT';
  field: string | null;
  before: string | null;
  after: string | null;
}
interface ActionLine {
  at: string;
  actor: string | null;
  action: ReferentAction;
  note: string | null;
  due_on: CalendarDay | null;
}

/** Everything that happened on a file, latest first: facts, corrections, assignments, the referent's actions. */
export async function readHistory(
  { actor, db, today }: Context,
  { params }: { params: { id: string } },
): Promise<Answer<HistoryEntry[]>> {
  const line = await findPathway(db, actor, params.id, today);
  if (line === undefined) throw notFound();
  const relation = relationTo(actor, fileFactsOf(line));
  const readsSeal = decide(actor, 'readSeal', fileFactsOf(line)).allowed;
  const history = (await db.asEngine(() => loadHistories(db, [params.id], { lock: false }))).get(params.id);
  const changes = shownTo(actor).changes ? await readChanges() : [];
  const actions = await readActions();
  const names = new Map(
    (await db.query<{ id: string; name: string }>('select a.id, a.display_name as name from accounts a')).map(
      ({ id, name }) => [id, name],
    ),
  );
  // Latest first; what was recorded at the same instant, latest first too.
  const all = [...(history?.events ?? [])].reverse();
  const voided = voidedIds(all.map(({ event }) => event));
  const shown = all
    .filter(({ event }) => isToldOf(actor, event, all))
    .map((one) => ({ ...one, event: toldTo(actor, one.event) }));
  const entries: HistoryEntry[] = [
    ...actions.map((line) => ({
      at: line.at,
      actor: line.actor,
      kind: 'STALL_ACTION' as const,
      eventId: null,
      source: 'HAND' as const,
      sentence: actionSentence(line),
      on: null,
      field: null,
      before: null,
      after: null,
    })),
    ...shown.map(({ event, source, actorId }) => ({
      at: event.recordedAt ?? '',
      actor: actorId === null ? null : (names.get(actorId) ?? null),
      kind: 'EVENT' as const,
      eventId: 'retracts' in event || voided.has(event.id ?? '') ? null : (event.id ?? null),
      source,
      sentence: eventSentence(event, shown),
      on: event.on ?? null,
      field: null,
      before: null,
      after: null,
    })),
    ...changes.filter(isTold).map((change) => ({
      ...change,
      eventId: null,
      sentence: change.field === SEAL_RIGHTS ? 'Droits sur le dossier scellé' : CHANGE_WORDS[change.kind],
      on: null,
    })),
  ];
  // What was recorded since the file left is the other structure’s.
  const told = relation === 'TRANSFERRED_OUT' ? entries.filter(({ at }) => at <= (line.left_at ?? '')) : entries;
  return { body: told.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)) };

  /** From where to where, and when she moved: told with the location alone. The row policies say the same. */
  function isTold({ field }: ChangeLine): boolean {
    if (field === SEAL_RIGHTS) return readsSeal;
    return line?.located === true || field === null || !TELLING_A_PLACE.test(field);
  }
  function readChanges(): Promise<ChangeLine[]> {
    return db.query<ChangeLine>(
      `select c.at, a.display_name as actor, c.kind, c.source, c.field, c.before, c.after
       from pathway_changes c
       left join accounts a on a.id = c.actor_id
       where c.pathway_id = $1
       order by c.id desc`,
      [params.id],
    );
  }
  function readActions(): Promise<ActionLine[]> {
    return db.query<ActionLine>(
      `select f.at, a.display_name as actor, f.action, f.note, f.due_on
       from stall_follow_ups f
       left join accounts a on a.id = f.by_account
       where f.pathway_id = $1`,
      [params.id],
    );
  }
}

/** Who was given which right over the sealed file, or lost it: told to whoever may read who holds them. */
const SEAL_RIGHTS = 'sealRights';
const TELLING_A_PLACE = /^person\.(?:address|phone|email)\b/;

const CHANGE_WORDS: Record<ChangeLine['kind'], string> = {
  OPENED: 'Dossier ouvert',
  CORRECTION: 'Information corrigée',
  ASSIGNMENT: 'Dossier confié',
  SEALED: 'Dossier scellé',
  UNSEALED: 'Scellé levé',
  TRANSFER: 'Transfert à une autre structure',
  REVEAL: 'Nom donné à la référente ou au référent départemental',
  BREAK_GLASS: 'Ouverture d’urgence',
  LISTED: 'Personne nommée par une liste mensuelle de l’OFII',
  TASK: 'Action à mener',
};

function actionSentence({ action, note, due_on }: ActionLine): string {
  return [
    typeset(REFERENT_ACTION_LABELS[action]),
    due_on === null ? null : `en attente jusqu’au ${formatDayFr(due_on)}`,
    note,
  ]
    .filter((part) => part !== null)
    .join(' – ');
}
