import {
  openingFilters,
  openingSorts,
  type BreakGlassInput,
  type OpeningInput,
  type OpeningView,
} from '../../contract/rights.ts';
import { relationTo } from '../../domain/access/relations.ts';
import { formatTimeFr } from '../../domain/calendar/formatTimeFr.ts';
import { DATABASE_ROLE } from '../../platform/database/signedContext.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import { conflict, notFound, unfit } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { fileFactsOf, findPathway } from '../pathways/index.ts';
import { findOpenings } from './openings.queries.ts';

/**
 * Reads a file in an emergency: with a reason that whoever follows it and the auditor read, and a code shown for this act
 * alone. Ends by itself. A file that is sealed, or too far, is not found.
 */
export async function breakGlass(
  context: Context,
  { params, body }: { params: { id: string }; body: BreakGlassInput },
): Promise<Answer<OpeningView>> {
  return open(context, { id: params.id, number: null }, body);
}

/** The same, of a file known by its number: what the person has at hand when she calls. */
export async function breakGlassByNumber(
  context: Context,
  { body }: { body: OpeningInput },
): Promise<Answer<OpeningView>> {
  return open(context, { id: null, number: body.number }, body);
}

interface Named {
  readonly id: string | null;
  readonly number: string | null;
}

async function open(context: Context, named: Named, { reason, code }: BreakGlassInput): Promise<Answer<OpeningView>> {
  const { actor, db, secondFactor } = context;
  // First: whoever has no right code learns nothing of any file.
  if (!(await secondFactor.verify(code)))
    throw unfit('wrong_code', 'Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant.', {
      code: 'Code inconnu, ou déjà utilisé.',
    });
  await refuseWhatIsReadAlready(context, named);
  const made = await db.one<{ id: string | null }>('select sec.break_glass($1, $2, $3, $4) as id', [
    DATABASE_ROLE[actor.role],
    named.id,
    named.number,
    reason,
  ]);
  if (made?.id == null) throw notFound();
  const [opening] = (
    await findOpenings(context, {
      filter: { id: [made.id] },
      sort: { key: 'openedAt', direction: 'DESC' },
      offset: 0,
      limit: 1,
    })
  ).openings;
  if (opening === undefined) throw notFound();
  return { body: opening, location: `/api/pathways/${opening.pathwayId}` };
}

async function refuseWhatIsReadAlready({ actor, db, today }: Context, { id, number }: Named): Promise<void> {
  const reached = await db.one<{ id: string }>(
    `select p.id from pathways p
     where p.id = $1 or p.number = $2
       or p.id = (select m.found_in from merges m where m.merged_number = $2 and m.undone_at is null)`,
    [id, number],
  );
  const line = reached === undefined ? undefined : await findPathway(db, actor, reached.id, today);
  if (line === undefined) return;
  if (relationTo(actor, fileFactsOf(line)) !== 'BROKEN_GLASS')
    throw conflict('already_reached', 'Vous lisez déjà ce dossier\u00a0: aucune ouverture d’urgence n’est nécessaire.');
  throw conflict(
    'already_open',
    `Ce dossier vous est déjà ouvert, jusqu’à ${formatTimeFr(new Date(line.open_until ?? ''))}.`,
  );
}

/** Emergency openings that somebody may know of, latest first. */
export async function listOpenings(context: Context, { query }: { query: unknown }): Promise<Answer<OpeningView[]>> {
  const list = parseListQuery(query as Record<string, unknown>, {
    filters: openingFilters,
    sorts: openingSorts,
    defaultSort: ['openedAt', 'DESC'],
  });
  const { openings, total } = await findOpenings(context, list);
  return { body: openings, contentRange: contentRange('openings', list.offset, openings.length, total) };
}
