import { pathwayFilters, pathwaySorts, type PathwayExport, type PathwayRow } from '../../contract/pathway.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { seesPeople } from '../../domain/access/fields.ts';
import { badRequest, conflict } from '../../platform/http/problem.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { findPathways, type PathwayListQuery } from './pathways.queries.ts';
import { presentRow } from './pathways.presenter.ts';

/** The caseload: files in reach, filtered, sorted, with the exact total. */
export async function listPathways(
  { actor, db, today }: Context,
  { query }: { query: unknown },
): Promise<Answer<PathwayRow[]>> {
  const list = readList(actor, query);
  const { lines, total } = await findPathways(db, actor, list, today);
  return { body: lines.map(presentRow), contentRange: contentRange('pathways', list.offset, lines.length, total) };
}

/** What one takes to a meeting; more is no list, and would leave with somebody’s bag. */
const MOST_EXPORTED = 2_000;

/**
 * Every row of a list at once, to be taken away: those that its pages would show, in their order. What is sealed stays
 * here: it is told how many rows that is, to whoever would see them.
 */
export async function exportPathways(
  { actor, db, today }: Context,
  { query }: { query: unknown },
): Promise<Answer<PathwayExport>> {
  const list = { ...readList(actor, query), offset: 0, limit: MOST_EXPORTED };
  const { lines, total } = await findPathways(db, actor, list, today);
  if (total > MOST_EXPORTED)
    throw conflict(
      'too_many_rows',
      `Cette liste compte ${total} dossiers\u00a0: on ne peut pas en télécharger plus de ${MOST_EXPORTED}. Affinez les filtres.`,
    );
  const rows = lines.filter(({ sealed }) => !sealed);
  return { body: { asOf: today, sealed: lines.length - rows.length, rows: rows.map(presentRow) } };
}

function readList(actor: Actor, query: unknown): PathwayListQuery {
  const list = parseListQuery(query as Record<string, unknown>, {
    filters: pathwayFilters,
    sorts: pathwaySorts,
    defaultSort: ['nextDueOn', 'ASC'],
  });
  // Sorting by a hidden name would tell its place in the alphabet.
  if (list.sort.key === 'name' && !seesPeople(actor))
    throw badRequest(
      'unknown_sort',
      'Tri inconnu.',
      pathwaySorts.filter((key) => key !== 'name'),
    );
  return list;
}
