import { randomUUID } from 'node:crypto';
import {
  viewListFilters,
  viewListSorts,
  type ChangeViewInput,
  type SaveViewInput,
  type ViewView,
} from '../../contract/view.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { Db } from '../../platform/database/db.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import { conflict, notFound, staleVersion, unfit } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { etagOf } from '../pathways/index.ts';

interface ViewLine {
  id: string;
  list: ViewView['list'];
  name: string;
  filter: Record<string, unknown>;
  sort: [string, 'ASC' | 'DESC'] | null;
  is_shared: boolean;
  owner_id: string;
  owner_name: string | null;
  version: number;
}

/** More would be a list to be searched. */
const MOST_VIEWS = 30;
const SELECT = `
  select v.id, v.list, v.name, v.filter, v.sort, v.is_shared, v.owner_id, v.version, a.display_name as owner_name
  from saved_views v
  left join accounts a on a.id = v.owner_id`;

/** One’s own views and those that colleagues share, by name. */
export async function listViews({ actor, db }: Context, { query }: { query: unknown }): Promise<Answer<ViewView[]>> {
  const { filter, sort, offset, limit } = parseListQuery(query as Record<string, unknown>, {
    filters: viewListFilters,
    sorts: viewListSorts,
    defaultSort: ['name', 'ASC'],
  });
  const column = { name: 'v.name', id: 'v.id' }[sort.key];
  const lines = await db.query<ViewLine & { total: number }>(
    `${SELECT.replace('select ', 'select count(*) over ()::int as total, ')}
     where ($1::text is null or v.list = $1) and ($2::uuid[] is null or v.id = any ($2))
     order by ${column} ${sort.direction}, v.id
     limit ${limit} offset ${offset}`,
    [filter.list ?? null, filter.id ?? null],
  );
  return {
    body: lines.map((line) => presentView(actor, line)),
    contentRange: contentRange('views', offset, lines.length, lines[0]?.total ?? 0),
  };
}

/** Keeps filters and order of a list under a name. */
export async function saveView({ actor, db }: Context, { body }: { body: SaveViewInput }): Promise<Answer<ViewView>> {
  const kept = await db.one<{ count: number }>(
    'select count(*)::int as count from saved_views v where v.owner_id = $1 and v.list = $2',
    [actor.accountId, body.list],
  );
  if ((kept?.count ?? 0) >= MOST_VIEWS)
    throw conflict('too_many_views', `Vous avez déjà ${MOST_VIEWS} vues de cette liste\u00a0: effacez-en une d’abord.`);
  const id = randomUUID();
  await named(
    db.query(
      `insert into saved_views (id, owner_id, organisation_id, list, name, filter, sort, is_shared)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        actor.accountId,
        actor.organisationId,
        body.list,
        body.name,
        JSON.stringify(body.filter),
        body.sort ?? null,
        body.isShared,
      ],
    ),
  );
  return { ...answered(actor, await find(db, id)), location: `/api/views/${id}` };
}

interface OfView {
  readonly params: { readonly id: string };
  readonly ifMatch: number | undefined;
}

/** Names a view otherwise, shares it or keeps it to oneself. */
export async function changeView(
  { actor, db }: Context,
  { params, body, ifMatch }: OfView & { readonly body: ChangeViewInput },
): Promise<Answer<ViewView>> {
  const line = await ownView(db, actor, params.id, ifMatch);
  const changed = await named(
    db.query(
      `update saved_views set name = $3, is_shared = $4, version = version + 1 where id = $1 and version = $2 returning id`,
      [line.id, line.version, body.name ?? line.name, body.isShared ?? line.is_shared],
    ),
  );
  if (changed.length === 0) throw staleView();
  return answered(actor, await find(db, line.id));
}

export async function deleteView({ actor, db }: Context, { params }: OfView): Promise<Answer<{ id: string }>> {
  const line = await ownView(db, actor, params.id, undefined);
  await db.query('delete from saved_views where id = $1', [line.id]);
  return { body: { id: line.id } };
}

/** One’s own. A colleague’s is there to be used, and not to be changed; anybody else’s is not there. */
async function ownView(db: Db, actor: Actor, id: string, ifMatch: number | undefined): Promise<ViewLine> {
  const line = await find(db, id);
  if (line === undefined) throw notFound();
  if (line.owner_id !== actor.accountId)
    throw conflict(
      'not_the_owner',
      'Cette vue est à quelqu’un de votre structure\u00a0: enregistrez la vôtre à partir d’elle.',
    );
  if (ifMatch !== undefined && ifMatch !== line.version) throw staleView();
  return line;
}

function find(db: Db, id: string): Promise<ViewLine | undefined> {
  return db.one<ViewLine>(`${SELECT} where v.id = $1`, [id]);
}

/** Whether a view is in reach. */
export async function isViewReached(db: Db, { id }: { readonly id: string }): Promise<boolean> {
  return (await find(db, id)) !== undefined;
}

function answered(actor: Actor, line: ViewLine | undefined): Answer<ViewView> {
  if (line === undefined) throw notFound();
  return { body: presentView(actor, line), etag: etagOf(line.version) };
}

function presentView(actor: Actor, line: ViewLine): ViewView {
  return {
    id: line.id,
    list: line.list,
    name: line.name,
    filter: line.filter,
    sort: line.sort,
    isShared: line.is_shared,
    isOwn: line.owner_id === actor.accountId,
    ownerName: line.owner_name,
    version: line.version,
  };
}

async function named<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'saved_views_one_name') throw error;
    const message = 'Vous avez déjà une vue de ce nom.';
    throw unfit('name_taken', message, { name: message });
  }
}

function staleView(): Error {
  return staleVersion('Cette vue a été modifiée depuis que vous l’avez ouverte\u00a0: relisez-la.');
}
