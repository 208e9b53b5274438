import { pathwayFilters, pathwaySorts, type PathwayRow } from '../../contract/pathway.ts';
import { seesPeople } from '../../domain/access/fields.ts';
import { badRequest } from '../../platform/http/problem.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { findPathways } from './pathways.queries.ts';
import { presentRow } from './pathways.presenter.ts';

/** The caseload: files in reach, filtered, sorted, with the exact total. */
export async function listPathways(
  { actor, db, today }: Context,
  { query }: { query: unknown },
): Promise<Answer<PathwayRow[]>> {
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

  const { lines, total } = await findPathways(db, actor, list, today);

  return { body: lines.map(presentRow), contentRange: contentRange('pathways', list.offset, lines.length, total) };
}
