import type { openingFilters, openingSorts, OpeningView } from '../../contract/rights.ts';
import type { ListQuery } from '../../platform/http/listQuery.ts';
import type { Context } from '../../platform/http/route.ts';

export type OpeningListQuery = ListQuery<typeof openingFilters, (typeof openingSorts)[number]>;

/** A page of the emergency openings in reach, and their exact total. */
export async function findOpenings(
  { db, actor, clock }: Pick<Context, 'db' | 'actor' | 'clock'>,
  { filter, sort, offset, limit }: OpeningListQuery,
): Promise<{ openings: OpeningView[]; total: number }> {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const now = clock.now().toISOString();
  const conditions = [
    ...(filter.pathwayId === undefined ? [] : [`o.pathway_id = ${bind(filter.pathwayId)}`]),
    ...(filter.isRunning === undefined ? [] : [`(o.ends_at > ${bind(now)}) = ${bind(filter.isRunning)}`]),
    ...(filter.id === undefined ? [] : [`o.id = any (${bind(filter.id)}::uuid[])`]),
  ];
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  const counted = await db.one<{ total: number }>(`select count(*) as total from openings o ${where}`, parameters);
  const order = sort.key === 'openedAt' ? `o.opened_at ${sort.direction}, o.id` : `o.id ${sort.direction}`;
  const openings = await db.query<OpeningView>(
    `select o.id, o.pathway_id as "pathwayId", o.number, o.opened_by as "openedBy",
       o.account_id = ${bind(actor.accountId)} as "isOwn", o.reason, o.opened_at as "openedAt", o.ends_at as "endsAt",
       o.ends_at > ${bind(now)} as "isRunning"
     from openings o ${where} order by ${order} limit ${limit} offset ${offset}`,
    parameters,
  );
  return { openings, total: counted?.total ?? 0 };
}
