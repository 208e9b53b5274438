import { accessSorts, type AccessExtract, type AccessRow } from '../../contract/audit.ts';
import { accessSentence, extractSentence, type GroupedAccess } from '../../domain/audit/words.ts';
import type { Db } from '../../platform/database/db.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';

interface Line extends Omit<AccessRow, 'id' | 'sentence'> {
  readonly bucket: number;
  readonly seq: number;
  readonly operation: string;
  readonly total: number;
}

/** Who saw a file or changed it, latest first: for who follows it and for her structure. */
export async function listAccesses(
  { db }: Context,
  { params, query }: { params: { id: string }; query: unknown },
): Promise<Answer<AccessRow[]>> {
  const { sort, offset, limit } = parseListQuery(query as Record<string, unknown>, {
    filters: {},
    sorts: accessSorts,
    defaultSort: ['at', 'DESC'],
  });
  await followedFile(db, params.id);
  const order =
    sort.key === 'at'
      ? `f.at ${sort.direction}, f.bucket, f.seq`
      : `f.bucket ${sort.direction}, f.seq ${sort.direction}`;
  const lines = await db.query<Line>(
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
      sentence: accessSentence({ ...row, operation }),
    })),
    contentRange: contentRange('accesses', offset, lines.length, lines[0]?.total ?? 0),
  };
}

/** The same, as it is given to the person: by role, structure and purpose, without the name of any professional. */
export async function readAccessExtract(
  { db, today }: Context,
  { params }: { params: { id: string } },
): Promise<Answer<AccessExtract>> {
  const { number } = await followedFile(db, params.id);
  const grouped = await db.query<GroupedAccess>(
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
      madeOn: today,
      accesses: grouped.map((group) => ({
        seen: group.seen,
        changed: group.changed,
        firstOn: group.firstOn,
        lastOn: group.lastOn,
        sentence: extractSentence(group),
      })),
    },
  };
}

async function followedFile(db: Db, id: string): Promise<{ number: string }> {
  const file = await db.one<{ number: string; organisation_id: string | null }>(
    'select p.number, p.organisation_id from pathways p where p.id = $1',
    [id],
  );
  if (file === undefined) throw notFound();
  if (file.organisation_id === null)
    throw conflict(
      'not_taken_in_charge',
      'Ce dossier n’est suivi par personne\u00a0: prenez-le en charge pour savoir qui l’a vu.',
    );
  return file;
}
