import { randomUUID } from 'node:crypto';
import type { PathwayFile } from '../../contract/pathway.ts';
import { transferFilters, transferSorts, type TransferInput, type TransferView } from '../../contract/rights.ts';
import { decide } from '../../domain/access/rights.ts';
import { plusDays } from '../../domain/calendar/calendarDay.ts';
import { derivePathway } from '../../domain/pathway/derive.ts';
import type { PathwayEvent } from '../../domain/pathway/events.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import { conflict, notFound, unfit } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import {
  appendChanges,
  appendEvents,
  etagOf,
  fileFactsOf,
  findPathway,
  givenOf,
  loadFile,
  loadHistories,
  saveDerived,
} from '../pathways/index.ts';
import { followsAlready } from '../people/index.ts';
import { findTransfer, findTransfers } from './transfers.queries.ts';

interface ById {
  readonly params: { readonly id: string };
}

/** What the structure gave and received, latest first. */
export async function listTransfers(
  { actor, db }: Context,
  { query }: { query: unknown },
): Promise<Answer<TransferView[]>> {
  const list = parseListQuery(query as Record<string, unknown>, {
    filters: transferFilters,
    sorts: transferSorts,
    defaultSort: ['askedAt', 'DESC'],
  });
  const { transfers, total } = await findTransfers(db, actor, list);
  return { body: transfers, contentRange: contentRange('transfers', list.offset, transfers.length, total) };
}

/** Asks another structure to take a file. Until it answers, the file stays where it is, with all that runs on it. */
export async function askTransfer(
  { actor, db, today, clock }: Context,
  { params, body }: ById & { readonly body: TransferInput },
): Promise<Answer<TransferView>> {
  await db.query('select 1 from pathways p where p.id = $1 for update', [params.id]);
  const line = await findPathway(db, actor, params.id, today);
  if (line === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, 'transfer', fileFactsOf(line)));
  const to = await db.one(`select 1 from organisations o where o.id = $1 and o.kind = 'ASSOCIATION'`, [
    body.organisationId,
  ]);
  if (to === undefined || body.organisationId === actor.organisationId)
    throw unfit('unknown_organisation', 'Choisissez une autre structure.', { organisationId: 'Structure inconnue.' });
  const id = randomUUID();
  const preview = {
    number: line.number,
    department: line.department,
    cirSignedOn: line.cir_signed_on,
    nextDueOn: line.next_due_on,
    overdue: line.overdue,
    stalled: line.stalled,
  };
  const asked = await db.query(
    `insert into transfers (id, pathway_id, from_organisation, to_organisation, reason, preview, sealed, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (pathway_id) where state = 'PENDING' do nothing
     returning id`,
    [
      id,
      params.id,
      actor.organisationId,
      body.organisationId,
      body.reason,
      JSON.stringify(line.sealed ? {} : preview),
      line.sealed,
      actor.accountId,
      clock.now().toISOString(),
    ],
  );
  if (asked.length === 0)
    throw conflict(
      'transfer_already_asked',
      'Le transfert de ce dossier est déjà demandé\u00a0: attendez la réponse, ou retirez la demande.',
    );
  return { body: await transferOf(id, { actor, db }), location: `/api/transfers/${id}` };
}

/** Takes the file that another structure hands over. What runs on it goes on; contact has to be taken up again. */
export async function acceptTransfer(context: Context, { params }: ById): Promise<Answer<PathwayFile>> {
  const { actor, db, today, language, clock, settings } = context;
  const transfer = await transferOf(params.id, context);
  if (transfer.direction !== 'RECEIVED') throw notFound();
  const until = plusDays(today, settings.transferReadingDays);
  const taken = await db
    .one<{ id: string | null }>(`select sec.accept_transfer('jalon_manager', $1, $2) as id`, [params.id, until])
    .catch((error: unknown) => {
      throw refusalOfAccepting(error);
    });
  const id = taken?.id ?? undefined;
  if (id === undefined) throw answered();
  await appendChanges(db, clock, [
    {
      pathwayId: id,
      actorId: actor.accountId,
      kind: 'TRANSFER',
      source: 'HAND',
      domain: null,
      field: null,
      before: transfer.fromOrganisationName,
      after: transfer.toOrganisationName,
      was: null,
    },
  ]);
  await db.asEngine(async () => {
    const history = (await loadHistories(db, [id], { lock: true })).get(id);
    if (history === undefined) throw notFound();
    const handover = [{ handover: true, on: today }] satisfies PathwayEvent[];
    await saveDerived(db, [{ id, derived: derivePathway(givenOf(history, handover), today) }]);
    await appendEvents(
      db,
      clock,
      handover.map((event) => ({ pathwayId: id, event, source: 'HAND' as const, actorId: actor.accountId })),
    );
  });
  const file = await loadFile(db, actor, id, today, language);
  return { body: file, etag: etagOf(file.version) };
}

function refusalOfAccepting(error: unknown): unknown {
  if (followsAlready(error))
    return conflict(
      'person_already_followed',
      'Votre structure suit déjà une personne portant ce numéro étranger\u00a0: continuez dans son dossier, et refusez ce transfert.',
    );
  if ((error as { code?: string } | null)?.code === MOVED_ON)
    return conflict(
      'file_moved_on',
      'Ce dossier n’est plus suivi par la structure qui vous le transfère\u00a0: refusez ce transfert.',
    );
  return error;
}

/** The one exception that `sec.accept_transfer` raises: a list has entrusted the file to somebody else meanwhile. */
const MOVED_ON = 'P0001';

/** Says no, with a reason that the other structure reads: the file stays hers. */
export async function refuseTransfer(
  context: Context,
  { params, body }: ById & { readonly body: { readonly reason: string } },
): Promise<Answer<TransferView>> {
  return answer(context, params.id, 'RECEIVED', 'REFUSED', body.reason);
}

/** Takes back a request that nobody has answered. */
export async function cancelTransfer(context: Context, { params }: ById): Promise<Answer<TransferView>> {
  return answer(context, params.id, 'GIVEN', 'CANCELLED', null);
}

async function answer(
  context: Context,
  id: string,
  direction: TransferView['direction'],
  state: 'REFUSED' | 'CANCELLED',
  reason: string | null,
): Promise<Answer<TransferView>> {
  const { actor, db, clock } = context;
  if ((await transferOf(id, context)).direction !== direction) throw notFound();
  const moved = await db.query(
    `update transfers set state = $2, answered_by = $3, answered_at = $4, answer_reason = $5
     where id = $1 and state = 'PENDING' returning id`,
    [id, state, actor.accountId, clock.now().toISOString(), reason],
  );
  if (moved.length === 0) throw answered();
  return { body: await transferOf(id, context) };
}

async function transferOf(id: string, { actor, db }: Pick<Context, 'actor' | 'db'>): Promise<TransferView> {
  const transfer = await findTransfer(db, actor, id);
  if (transfer === undefined) throw notFound();
  return transfer;
}

function answered(): Error {
  return conflict('transfer_already_answered', 'Ce transfert a déjà reçu une réponse.');
}
