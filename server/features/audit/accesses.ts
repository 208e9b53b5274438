import { accessSorts, type AccessExtract, type AccessRow } from '../../contract/audit.ts';
import { decide } from '../../domain/access/rights.ts';
import { accessSentence, extractSentence, type GroupedAccess } from '../../domain/audit/accessSentence.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { fileFactsOf, findPathway } from '../pathways/index.ts';

interface Line extends Omit<AccessRow, 'id' | 'sentence'> {
  readonly bucket: number;
  readonly seq: number;
  readonly operation: string;
  readonly total: number;
}

/** Who saw a file or changed it, latest first: for who follows it and for her structure. */
export async function listAccesses(
  context: Context,
  { params, query }: { params: { id: string }; query: unknown },
): Promise<Answer<AccessRow[]>> {
  const { sort, offset, limit } = parseListQuery(query as Record<string, unknown>, {
    filters: {},
    sorts: accessSorts,
    defaultSort: ['at', 'DESC'],
  });
  await followedFile(context, params.id);
  const order =
    sort.key === 'at'
      ? `f.at ${sort.direction}, f.bucket, f.seq`
      : `f.bucket ${sort.direction}, f.seq ${sort.direction}`;
  const lines = await context.db.query<Line>(
    `select f.bucket, f.seq, f.at, f.account_name as by, f.role, f.organisation_name as "organisationName", f.operation, f.kind,
       f.purpose, count(*) over () as total
     from sec.accesses_of($1) f
     order by ${order}
     limit ${limit} offset ${offset}`,
    [params.id],
  );
  return {
    body: lines.map(({ bucket, seq, operation, total: _, ...row }) => ({
      id: `${bucket}-${seq}`,
      ...row,
      sentence: accessSentence({ ...row, operation }, context.language),
    })),
    contentRange: contentRange('accesses', offset, lines.length, lines[0]?.total ?? 0),
  };
}

/** The same, as it is given to the person: by role, structure and purpose, without the name of any professional. */
export async function readAccessExtract(
  context: Context,
  { params }: { params: { id: string } },
): Promise<Answer<AccessExtract>> {
  const { number } = await followedFile(context, params.id);
  const grouped = await context.db.query<GroupedAccess>(
    `select f.role, f.organisation_name as "organisationName", f.purpose,
       count(*) filter (where f.kind <> 'WRITE') as seen, count(*) filter (where f.kind = 'WRITE') as changed,
       min((f.at at time zone 'Europe/Paris')::date) as "firstOn", max((f.at at time zone 'Europe/Paris')::date) as "lastOn"
     from sec.accesses_of($1) f
     where f.role is not null
     group by f.role, f.organisation_name, f.purpose
     order by "firstOn", f.role, f.organisation_name, f.purpose`,
    [params.id],
  );
  return {
    body: {
      id: params.id,
      number,
      madeOn: context.today,
      accesses: grouped.map((group) => ({
        seen: group.seen,
        changed: group.changed,
        firstOn: group.firstOn,
        lastOn: group.lastOn,
        sentence: extractSentence(group, context.language),
      })),
    },
  };
}

/** The file, through both locks: one that may not be read has no reader to tell of. */
async function followedFile({ actor, db, today }: Context, id: string): Promise<{ number: string }> {
  const line = await findPathway(db, actor, id, today);
  if (line === undefined) throw notFound();
  const verdict = decide(actor, 'readAccesses', fileFactsOf(line));
  if (!verdict.allowed && verdict.refusal === 'not_taken_in_charge')
    throw conflict(
      verdict.refusal,
      'Ce dossier n’est suivi par personne\u00a0: prenez-le en charge pour savoir qui l’a vu.',
    );
  refuseUnlessAllowed(verdict);
  return line;
}
