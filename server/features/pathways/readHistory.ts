import type { HistoryEntry } from '../../contract/pathway.ts';
import { formatDayFr } from '../../domain/calendar/formatDayFr.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import {
  CEFR_LEVEL_LABELS,
  CLOSURE_REASON_LABELS,
  CONTACT_MEDIUM_LABELS,
  CONTRACT_STATE_LABELS,
  HOME_LEFT_LABELS,
  LANGUAGE_DECISION_LABELS,
  PARTY_LABELS,
  PAUSE_REASON_LABELS,
  REFERENT_ACTION_LABELS,
  RESIDENCE_DOCUMENT_LABELS,
  SILENCE_REASON_LABELS,
  STALL_RULE_LABELS,
  STEP_LABELS,
  STEP_STATUS_LABELS,
} from '../../domain/pathway/labels.ts';
import { voidedIds } from '../../domain/pathway/events.ts';
import { deliveredWords, validityWords } from '../../domain/pathway/residenceDocuments.ts';
import { typeset } from '../../domain/pathway/words.ts';
import type { ReferentAction } from '../../domain/pathway/codes.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { findPathway, seesPeople } from './pathways.queries.ts';
import { loadHistories } from './pathways.store.ts';
import { isToldOf, NOT_TOLD, toldTo, type ToldEvent } from './whatIsTold.ts';

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
    ...changes.map((line) => ({ ...line, eventId: null, sentence: CHANGE_WORDS[line.kind], on: null })),
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

/** What an event says, in one line: the fact, and what was noted with it. */
export function eventSentence(event: ToldEvent, among: readonly { readonly event: ToldEvent }[] = []): string {
  if ('step' in event) {
    const decision = among.find((one) => one.event.id === event.followsFrom)?.event.on;
    const status = withDetails(STEP_STATUS_LABELS[event.status], [
      decision === undefined ? null : `conséquence de la décision du ${formatDayFr(decision)}`,
      event.outcome === undefined ? null : outcomeWords(event.outcome),
      event.track === undefined ? null : trackWords(event.track),
      event.party === undefined ? null : PARTY_LABELS[event.party],
      event.reference ?? null,
    ]);
    return `${STEP_LABELS[event.step]}\u00a0: ${status}`;
  }
  if ('attendance' in event)
    return `Assiduité ${event.attendance === 'LANGUAGE' ? 'en français' : 'civique'}\u00a0: ${event.attendedHours} h sur ${event.plannedHours} h`;
  if ('test' in event) return `Test de français\u00a0: ${event.score} points`;
  if ('contact' in event)
    return withDetails(event.contact === 'REACHED' ? 'Personne jointe' : 'Tentative de contact sans réponse', [
      event.medium === undefined ? null : CONTACT_MEDIUM_LABELS[event.medium],
    ]);
  if ('extension' in event) return `Prolongation accordée\u00a0: ${STEP_LABELS[event.extension]}`;
  if ('contract' in event)
    return `Contrat\u00a0: ${CONTRACT_STATE_LABELS[event.contract]}${event.months === undefined ? '' : ` (${event.months} mois)`}`;
  if ('handover' in event) return 'Changement de référent';
  if ('silence' in event)
    return `«\u202f${STALL_RULE_LABELS[event.silence]}\u202f» mis en attente jusqu’au ${formatDayFr(event.until)} (${SILENCE_REASON_LABELS[event.reason]})`;
  if ('pause' in event)
    return [
      event.pause === NOT_TOLD ? 'Pause' : `Pause\u00a0: ${PAUSE_REASON_LABELS[event.pause]}`,
      ...(event.until ? [`jusqu’au ${formatDayFr(event.until)}`] : []),
    ].join(', ');
  if ('homeLeft' in event) return `Logement quitté\u00a0: ${HOME_LEFT_LABELS[event.homeLeft]}`;
  if ('document' in event)
    return withDetails(`${deliveredWords(event)} ${validityWords(event)}`, [
      event.document === NOT_TOLD || event.document === 'RECEPISSE'
        ? null
        : typeset(RESIDENCE_DOCUMENT_LABELS[event.document]),
    ]);
  if ('closure' in event) return `Parcours clos\u00a0: ${CLOSURE_REASON_LABELS[event.closure]}`;
  const target = among.find((one) => one.event.id === event.retracts)?.event;
  if (target === undefined) return 'Fait retiré';
  if (!('retracts' in target)) return `Retiré\u00a0: ${eventSentence(target, among)}`;
  const restored = among.find((one) => one.event.id === target.retracts)?.event;
  return restored === undefined ? 'Fait rétabli' : `Rétabli\u00a0: ${eventSentence(restored, among)}`;
}

function withDetails(fact: string, details: readonly (string | null)[]): string {
  const known = details.filter((detail) => detail !== null);
  return known.length === 0 ? fact : `${fact} (${known.join(', ')})`;
}

const OUTCOME_WORDS: Readonly<Record<string, string>> = { ...LANGUAGE_DECISION_LABELS, ...CEFR_LEVEL_LABELS };

function outcomeWords(outcome: string): string {
  return OUTCOME_WORDS[outcome] ?? outcome;
}

function trackWords(track: string): string {
  return /^\d+$/.test(track) ? `${track} h` : track === 'ONLINE_LICENCE' ? 'licence en ligne' : track;
}
