import { randomUUID } from 'node:crypto';
import type { EventInput, PathwayFile } from '../../contract/pathway.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { mayRecord } from '../../domain/access/mayRecord.ts';
import { decide } from '../../domain/access/rights.ts';
import { judgeEvent } from '../../domain/pathway/advance.ts';
import { withConsequences } from '../../domain/pathway/consequences.ts';
import { derivePathway } from '../../domain/pathway/derive.ts';
import { subjectOf } from '../../domain/pathway/eventKind.ts';
import type { PathwayEvent } from '../../domain/pathway/events.ts';
import type { Given } from '../../domain/pathway/fold.ts';
import { conflict, forbidden, notFound, Problem, unfit } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { etagOf, loadFile } from './loadFile.ts';
import { appendEvents, givenOf, loadHistories, saveDerived, type StoredHistory } from './pathways.store.ts';
import { fileFactsOf, findPathway } from './pathways.queries.ts';

/** Records one event on a file, and what follows from it. What the rules refuse is a 409 with its reason. */
export async function recordEvent(
  { actor, db, today, language, clock }: Context,
  { params, body, ifMatch }: { params: { id: string }; body: EventInput; ifMatch: number | undefined },
): Promise<Answer<PathwayFile>> {
  const line = await findPathway(db, actor, params.id, today);
  if (line === undefined) throw notFound();
  const event = body as PathwayEvent;
  if (!mayRecord(actor, event)) throw forbidden('domain_not_allowed', 'Votre rôle ne permet pas de noter ce fait.');
  refuseUnlessAllowed(decide(actor, 'recordEvent', fileFactsOf(line)));

  await db.asEngine(async () => {
    const history = (await loadHistories(db, [params.id], { lock: true })).get(params.id);
    if (history === undefined) throw notFound();
    if (ifMatch !== undefined && ifMatch !== history.version) throw stale();
    refuseTargetOfOthers(actor, history, event);
    const known = givenOf(history);
    const recorded = withConsequences(known, accept(known, event, today), today, randomUUID);
    await saveDerived(db, [{ id: params.id, derived: derivePathway(givenOf(history, recorded), today) }]);
    await appendEvents(
      db,
      clock,
      recorded.map((one) => ({
        pathwayId: params.id,
        event: one,
        source: 'HAND',
        actorId: actor.accountId,
        id: one.id ?? randomUUID(),
      })),
    );
  });

  const file = await loadFile(db, actor, params.id, today, language);
  return { body: file, etag: etagOf(file.version) };
}

function accept(known: Given, event: PathwayEvent, today: Context['today']): PathwayEvent {
  const judged = judgeEvent(known, event, today);
  if (judged.accepted) return { ...event, on: event.on ?? today, id: randomUUID() } as PathwayEvent;
  throw judged.kind === 'CONFLICT'
    ? conflict(judged.code, judged.reason)
    : unfit(judged.code, judged.reason, { [judged.field]: judged.reason });
}

/** Replacing or retracting an event is recording in its place: only who could have recorded it may. Others do not see it. */
function refuseTargetOfOthers(actor: Actor, { events }: StoredHistory, event: PathwayEvent): void {
  const id = 'retracts' in event ? event.retracts : event.corrects;
  const target = events.find((one) => one.event.id === id)?.event;
  if (target === undefined || mayRecord(actor, subjectOf(target, events))) return;
  throw conflict('event_not_found', 'Le fait à corriger n’est pas dans ce dossier, ou a déjà été remplacé.');
}

export function stale(): Problem {
  return new Problem({
    status: 412,
    code: 'stale_version',
    title: 'Dossier modifié entre-temps',
    detail: 'Quelqu’un a modifié ce dossier depuis que vous l’avez ouvert. Relisez-le avant d’enregistrer.',
  });
}
