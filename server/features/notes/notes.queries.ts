import type { NoteView, NoteVisibility, NoteWithTexts } from '../../contract/note.ts';
import type { noteFilters, noteSorts } from '../../contract/note.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { decideOnNote, visibilitiesRead, type NoteFacts } from '../../domain/access/notes.ts';
import { relationTo } from '../../domain/access/relations.ts';
import type { Db } from '../../platform/database/db.ts';
import type { ListQuery } from '../../platform/http/listQuery.ts';
import { fileFactsOf, type PathwayLine } from '../pathways/index.ts';

export type NoteListQuery = ListQuery<typeof noteFilters, (typeof noteSorts)[number]>;

/** A note as it stands for whoever asks: its last row that she may read. */
export interface NoteLine {
  id: string;
  version: number;
  author_id: string;
  author_name: string | null;
  organisation_id: string;
  organisation_name: string;
  written_at: string;
  visibility: NoteVisibility;
  text: string | null;
  reason: string | null;
  by_name: string | null;
  at: string;
  withdrawn: boolean;
  /** Rows of text that she may read, this one included. */
  texts: number;
}

interface Seen {
  readonly sql: string;
  readonly parameters: unknown[];
}

/** The rows of the notes of a file that the table of rights lets this person read: the second lock, before the row policies. */
function seen(actor: Actor, file: PathwayLine): Seen {
  const facts = fileFactsOf(file);
  const until = relationTo(actor, facts) === 'TRANSFERRED_OUT' ? (file.left_at ?? '-infinity') : 'infinity';
  return {
    sql: `
      select n.note_id, n.version, n.author_id, n.organisation_id, n.written_at, n.visibility, n.text, n.reason, n.by_account, n.at, n.withdrawn,
        row_number() over latest_first as rank,
        count(n.text) over (partition by n.note_id) as texts
      from notes n
      where n.pathway_id = $1 and n.visibility = any ($2) and n.at <= $3
        and (n.visibility <> 'PRIVATE' or n.author_id = $4)
        and (n.visibility <> 'STRUCTURE' or n.organisation_id = $5)
        and (n.text is null or not n.withdrawn or n.visibility = 'PRIVATE' or n.organisation_id = $5)
      window latest_first as (partition by n.note_id order by n.version desc)`,
    parameters: [file.id, visibilitiesRead(actor, facts), until, actor.accountId, actor.organisationId],
  };
}

/** The notes that stand among the rows seen, as they were asked for. */
function standing(
  actor: Actor,
  file: PathwayLine,
  { filter }: Pick<NoteListQuery, 'filter'>,
): Seen & { readonly where: string } {
  const { sql, parameters } = seen(actor, file);
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const where = [
    's.rank = 1',
    ...(filter.visibility === undefined ? [] : [`s.visibility = ${bind(filter.visibility)}`]),
    ...(filter.id === undefined ? [] : [`s.note_id = any (${bind(filter.id)}::uuid[])`]),
  ].join(' and ');
  return { sql: `with seen as (${sql})\n     `, where, parameters };
}

/** A page of the notes of a file. */
async function findPage(db: Db, actor: Actor, file: PathwayLine, list: NoteListQuery): Promise<NoteLine[]> {
  const { sql, where, parameters } = standing(actor, file, list);
  const { sort, limit, offset } = list;
  const order = sort.key === 'id' ? '' : `s.written_at ${sort.direction}, `;
  return db.query<NoteLine>(
    `${sql}select s.note_id as id, s.version, s.author_id, a.display_name as author_name, s.organisation_id, o.name as organisation_name,
       s.written_at, s.visibility, s.text, s.reason, b.display_name as by_name, s.at, s.withdrawn, s.texts
     from seen s
     join organisations o on o.id = s.organisation_id
     left join accounts a on a.id = s.author_id
     left join accounts b on b.id = s.by_account
     where ${where}
     order by ${order}s.note_id ${sort.direction}
     limit ${limit} offset ${offset}`,
    parameters,
  );
}

/** A page of the notes of a file, and their exact total. */
export async function findNotes(
  db: Db,
  actor: Actor,
  file: PathwayLine,
  list: NoteListQuery,
): Promise<{ lines: NoteLine[]; total: number }> {
  const lines = await findPage(db, actor, file, list);
  const { sql, where, parameters } = standing(actor, file, list);
  const counted = await db.one<{ total: number }>(
    `${sql}select count(*) as total from seen s where ${where}`,
    parameters,
  );
  return { lines, total: counted?.total ?? 0 };
}

/** One note, or undefined when it is out of reach. */
export async function findNote(db: Db, actor: Actor, file: PathwayLine, id: string): Promise<NoteLine | undefined> {
  const sort = { key: 'id', direction: 'ASC' } as const;
  return (await findPage(db, actor, file, { filter: { id: [id] }, sort, offset: 0, limit: 1 }))[0];
}

/** The texts of a note before the one that stands. */
export async function findTexts(
  db: Db,
  actor: Actor,
  file: PathwayLine,
  line: NoteLine,
): Promise<NoteWithTexts['texts']> {
  const { sql, parameters } = seen(actor, file);
  return db.query<NoteWithTexts['texts'][number]>(
    `with seen as (${sql})
     select s.text, s.visibility, s.at from seen s
     where s.note_id = $6 and s.version < $7 and s.text is not null
     order by s.version desc`,
    [...parameters, line.id, line.version],
  );
}

/** Whether what was answered is still in reach. */
export async function isNoteReached(db: Db, { id }: { readonly id: string }): Promise<boolean> {
  return (await db.one('select 1 from notes n where n.note_id = $1 limit 1', [id])) !== undefined;
}

export function noteFactsOf(line: NoteLine): NoteFacts {
  return {
    authorId: line.author_id,
    organisationId: line.organisation_id,
    visibility: line.visibility,
    isWithdrawn: line.withdrawn,
  };
}

export function presentNote(actor: Actor, file: PathwayLine, line: NoteLine): NoteView {
  const may = (act: 'correct' | 'withdraw'): boolean =>
    decideOnNote(actor, act, fileFactsOf(file), noteFactsOf(line)).allowed;
  const stands = line.text !== null;
  return {
    id: line.id,
    pathwayId: file.id,
    visibility: line.visibility,
    text: line.text,
    isOwn: line.author_id === actor.accountId,
    authorName: line.author_name,
    organisationName: line.organisation_name,
    writtenAt: line.written_at,
    correctedAt: stands && line.at !== line.written_at ? line.at : null,
    withdrawn: stands ? null : { at: line.at, byName: line.by_name, reason: line.reason ?? '' },
    formerTexts: line.texts - (stands ? 1 : 0),
    version: line.version,
    grants: { correct: may('correct'), withdraw: may('withdraw') },
  };
}
