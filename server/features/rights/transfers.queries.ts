import type { transferFilters, transferSorts, TransferView } from '../../contract/rights.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { Db } from '../../platform/database/db.ts';
import type { ListQuery } from '../../platform/http/listQuery.ts';

export type TransferListQuery = ListQuery<typeof transferFilters, (typeof transferSorts)[number]>;

interface Line {
  id: string;
  state: TransferView['state'];
  pathway_id: string;
  is_reached: boolean;
  from_organisation: string;
  from_name: string;
  to_organisation: string;
  to_name: string;
  reason: string;
  asked_at: string;
  answered_at: string | null;
  answer_reason: string | null;
  reads_until: TransferView['readsUntil'];
  preview: TransferView['preview'];
  sealed: boolean;
}

const COLUMNS = `t.id, t.state, t.pathway_id, exists (select 1 from pathways p where p.id = t.pathway_id) as is_reached,
  t.from_organisation, f.name as from_name, t.to_organisation, o.name as to_name, t.reason, t.asked_at, t.answered_at,
  t.answer_reason, t.reads_until, t.preview, t.sealed`;
const TABLES = `transfers t
  join organisations f on f.id = t.from_organisation
  join organisations o on o.id = t.to_organisation`;

/** The page of the transfers that the structure gave or received, and its exact total. */
export async function findTransfers(
  db: Db,
  actor: Actor,
  { filter, sort, offset, limit }: TransferListQuery,
): Promise<{ transfers: TransferView[]; total: number }> {
  const parameters: unknown[] = [actor.organisationId];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const where = [
    filter.direction === 'GIVEN'
      ? 't.from_organisation = $1'
      : filter.direction === 'RECEIVED'
        ? 't.to_organisation = $1'
        : '(t.from_organisation = $1 or t.to_organisation = $1)',
    ...(filter.state === undefined ? [] : [`t.state = ${bind(filter.state)}`]),
    ...(filter.answered === undefined ? [] : [`(t.state <> 'PENDING') = ${bind(filter.answered)}`]),
    ...(filter.pathwayId === undefined ? [] : [`t.pathway_id = ${bind(filter.pathwayId)} and ${KNOWN}`]),
    ...(filter.id === undefined ? [] : [`t.id = any (${bind(filter.id)}::uuid[])`]),
  ].join(' and ');
  const order = sort.key === 'askedAt' ? `t.asked_at ${sort.direction}, t.id` : `t.id ${sort.direction}`;
  const lines = await db.query<Line>(
    `select ${COLUMNS} from ${TABLES} where ${where} order by ${order} limit ${limit} offset ${offset}`,
    parameters,
  );
  const counted = await db.one<{ total: number }>(
    `select count(*) as total from transfers t where ${where}`,
    parameters,
  );
  return { transfers: lines.map((line) => presentTransfer(actor, line)), total: counted?.total ?? 0 };
}

/** Asked by the file, a transfer is found by who knows the file. */
const KNOWN = 'exists (select 1 from pathways p where p.id = t.pathway_id)';

/** One that the structure gave or received: said here too, and not by the row policies alone. */
export async function findTransfer(db: Db, actor: Actor, id: string): Promise<TransferView | undefined> {
  const line = await db.one<Line>(
    `select ${COLUMNS} from ${TABLES} where t.id = $1 and (t.from_organisation = $2 or t.to_organisation = $2)`,
    [id, actor.organisationId],
  );
  return line === undefined ? undefined : presentTransfer(actor, line);
}

function presentTransfer(actor: Actor, line: Line): TransferView {
  const direction = line.from_organisation === actor.organisationId ? 'GIVEN' : 'RECEIVED';
  return {
    id: line.id,
    direction,
    state: line.state,
    pathwayId: line.is_reached ? line.pathway_id : null,
    fromOrganisationId: line.from_organisation,
    fromOrganisationName: line.from_name,
    toOrganisationId: line.to_organisation,
    toOrganisationName: line.to_name,
    reason: line.reason,
    askedAt: line.asked_at,
    answeredAt: line.answered_at,
    answerReason: line.answer_reason,
    readsUntil: line.reads_until,
    preview: line.sealed ? null : line.preview,
  };
}
