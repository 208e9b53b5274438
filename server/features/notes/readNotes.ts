import { noteFilters, noteSorts, type NoteView, type NoteWithTexts, type PrivateNotes } from '../../contract/note.ts';
import { decide } from '../../domain/access/rights.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import { notFound } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { etagOf, fileFactsOf, findPathway, type PathwayLine } from '../pathways/index.ts';
import { findNote, findNotes, findTexts, presentNote, type NoteLine } from './notes.queries.ts';

export interface OfNote {
  readonly params: { readonly id: string; readonly noteId: string };
}

/** The notes of a file that the reader may be told of, latest first. */
export async function listNotes(
  { actor, db, today }: Context,
  { params, query }: { params: { id: string }; query: unknown },
): Promise<Answer<NoteView[]>> {
  const list = parseListQuery(query as Record<string, unknown>, {
    filters: noteFilters,
    sorts: noteSorts,
    defaultSort: ['writtenAt', 'DESC'],
  });
  const file = await findPathway(db, actor, params.id, today);
  if (file === undefined) throw notFound();
  const { lines, total } = await findNotes(db, actor, file, list);
  return {
    body: lines.map((line) => presentNote(actor, file, line)),
    contentRange: contentRange('notes', list.offset, lines.length, total),
  };
}

/** One note, with the texts that it had before. */
export async function readNote(context: Context, { params }: OfNote): Promise<Answer<NoteWithTexts>> {
  const { file, line } = await theNote(context, params);
  return presented(context, file, line);
}

/** How many private notes of others a file holds, for who prepares what the person asked to read. */
export async function countPrivateNotes(
  { actor, db, today }: Context,
  { params }: { params: { id: string } },
): Promise<Answer<PrivateNotes>> {
  const file = await findPathway(db, actor, params.id, today);
  if (file === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, 'countPrivateNotes', fileFactsOf(file)));
  const counted = await db.one<{ of_colleagues: number; of_others: number }>(
    'select k.of_colleagues, k.of_others from sec.count_private_notes($1) k',
    [params.id],
  );
  return { body: { ofColleagues: counted?.of_colleagues ?? 0, ofOthers: counted?.of_others ?? 0 } };
}

/** A note and its file, as the actor may read them. Throws 404 when one of them is out of reach. */
export async function theNote(
  { actor, db, today }: Context,
  { id, noteId }: OfNote['params'],
): Promise<{ file: PathwayLine; line: NoteLine }> {
  const file = await findPathway(db, actor, id, today);
  const line = file === undefined ? undefined : await findNote(db, actor, file, noteId);
  if (file === undefined || line === undefined) throw notFound();
  return { file, line };
}

export async function presented(
  { actor, db }: Pick<Context, 'actor' | 'db'>,
  file: PathwayLine,
  line: NoteLine,
): Promise<Answer<NoteWithTexts>> {
  const texts = await findTexts(db, actor, file, line);
  return { body: { ...presentNote(actor, file, line), texts }, etag: etagOf(line.version) };
}
