import type { HistoryEntry } from '../../contract/pathway.ts';
import { isOfiiDomain } from '../../domain/access/ofiiDomains.ts';
import { formatDayFr } from '../../domain/calendar/formatDayFr.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import {
  CLOSURE_REASON_LABELS,
  CONTRACT_STATE_LABELS,
  PAUSE_REASON_LABELS,
  REFERENT_ACTION_LABELS,
  STALL_RULE_LABELS,
  STEP_LABELS,
  STEP_STATUS_LABELS,
} from '../../domain/pathway/labels.ts';
import type { PathwayEvent } from '../../domain/pathway/events.ts';
import type { ReferentAction } from '../../domain/pathway/codes.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { eventDomain, subjectOf } from './eventKind.ts';
import { findPathway, seesPeople } from './pathways.queries.ts';
import { loadHistories } from './pathways.store.ts';

interface ChangeLine {
  at: string;
  actor: string | null;
  kind: 'OPENED' | 'CORRECTION' | 'ASSIGNMENT';
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
  if ((await findPathway(db, actor, params.id, today)) === undefined) throw notFound();
  const history = (await db.asEngine(() => loadHistories(db, [params.id], { lock: false }))).get(params.id);
  const changes = seesPeople(actor) ? await readChanges() : [];
  const actions = await readActions();
  const names = new Map(
    (await db.query<{ id: string; name: string }>('select a.id, a.display_name as name from accounts a')).map(
      ({ id, name }) => [id, name],
    ),
  );
  const all = history?.events ?? [];
  const shown = all.filter(({ event }) => {
    const domain = eventDomain(subjectOf(event, all));
    return actor.role !== 'OFII_AGENT' || domain === null || isOfiiDomain(domain);
  });
  const entries: HistoryEntry[] = [
    ...changes.map((line) => ({ ...line, sentence: CHANGE_WORDS[line.kind], on: null })),
    ...actions.map((line) => ({
      at: line.at,
      actor: line.actor,
      kind: 'STALL_ACTION' as const,
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
      source,
      sentence: eventSentence(event),
      on: event.on ?? null,
      field: null,
      before: null,
      after: null,
    })),
  ];
  return { body: entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)) };

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

const CHANGE_WORDS: Record<ChangeLine['kind'], string> = {
  OPENED: 'Dossier ouvert',
  CORRECTION: 'Information corrigée',
  ASSIGNMENT: 'Dossier confié',
};

function actionSentence({ action, note, due_on }: ActionLine): string {
  return [REFERENT_ACTION_LABELS[action], due_on === null ? null : `en attente jusqu’au ${formatDayFr(due_on)}`, note]
    .filter((part) => part !== null)
    .join(' – ');
}

/** What an event says, in one line. */
export function eventSentence(event: PathwayEvent): string {
  if ('step' in event) return `${STEP_LABELS[event.step]}\u00a0: ${STEP_STATUS_LABELS[event.status]}`;
  if ('attendance' in event)
    return `Assiduité ${event.attendance === 'LANGUAGE' ? 'en français' : 'civique'}\u00a0: ${event.attendedHours} h sur ${event.plannedHours} h`;
  if ('test' in event) return `Test de français\u00a0: ${event.score} points`;
  if ('contact' in event) return event.contact === 'REACHED' ? 'Personne jointe' : 'Tentative de contact sans réponse';
  if ('extension' in event) return `Prolongation accordée\u00a0: ${STEP_LABELS[event.extension]}`;
  if ('contract' in event)
    return `Contrat\u00a0: ${CONTRACT_STATE_LABELS[event.contract]}${event.months === undefined ? '' : ` (${event.months} mois)`}`;
  if ('handover' in event) return 'Changement de référent';
  if ('silence' in event)
    return `« ${STALL_RULE_LABELS[event.silence]} » mis en attente jusqu’au ${formatDayFr(event.until)}`;
  if ('pause' in event) return `Pause\u00a0: ${PAUSE_REASON_LABELS[event.pause]}`;
  if ('closure' in event) return `Parcours clos\u00a0: ${CLOSURE_REASON_LABELS[event.closure]}`;
  return 'Événement retiré';
}
