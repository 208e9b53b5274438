import { randomUUID } from 'node:crypto';
import type { NoteInput, NoteView, NoteVisibility, NoteWithTexts } from '../../contract/note.ts';
import { decideOnNote, isNarrower } from '../../domain/access/notes.ts';
import { decide } from '../../domain/access/rights.ts';
import type { Db } from '../../platform/database/db.ts';
import { notFound, staleVersion, unfit } from '../../platform/http/problem.ts';
import { refuseUnlessAllowed } from '../../platform/http/refuseUnlessAllowed.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { etagOf, fileFactsOf, findPathway } from '../pathways/index.ts';
import { noteFactsOf, presentNote, type NoteLine } from './notes.queries.ts';
import { presented, theNote, type OfNote } from './readNotes.ts';

/** Writes a note. It is no event: nothing that is computed on the file moves. */
export async function writeNote(
  context: Context,
  { params, body }: { params: { id: string }; body: NoteInput },
): Promise<Answer<NoteView>> {
  const { actor, db, today, clock } = context;
  await holdFile(db, params.id);
  const file = await findPathway(db, actor, params.id, today);
  if (file === undefined) throw notFound();
  refuseUnlessAllowed(decide(actor, 'writeNote', fileFactsOf(file)));
  const noteId = randomUUID();
  const at = clock.now().toISOString();
  await addVersion(db, {
    ...body,
    reason: null,
    noteId,
    version: 1,
    pathwayId: params.id,
    authorId: actor.accountId,
    organisationId: actor.organisationId,
    writtenAt: at,
    by: actor.accountId,
    at,
  });
  const { line } = await theNote(context, { id: params.id, noteId });
  return {
    body: presentNote(actor, file, line),
    etag: etagOf(line.version),
    location: `/api/pathways/${params.id}/notes/${noteId}`,
  };
}

/** Gives a note another text; the one it had is kept, for those who could read it. */
export async function correctNote(
  context: Context,
  { params, body, ifMatch }: OfNote & { readonly body: NoteInput; readonly ifMatch: number | undefined },
): Promise<Answer<NoteWithTexts>> {
  const { actor, db } = context;
  await holdFile(db, params.id);
  const { file, line } = await theNote(context, params);
  refuseUnlessAllowed(decideOnNote(actor, 'correct', fileFactsOf(file), noteFactsOf(line)));
  if (ifMatch !== undefined && ifMatch !== line.version) throw staleNote();
  if (isNarrower(body.visibility, line.visibility)) {
    const message =
      'Une note déjà lue par d’autres ne peut pas être reprise\u00a0: retirez-la, et écrivez-en une autre.';
    throw unfit('visibility_narrowed', message, { visibility: message });
  }
  // Saved again as it was, it is not a correction.
  if (body.text === line.text && body.visibility === line.visibility) return presented(context, file, line);
  return addedTo(context, params, line, { ...body, reason: null });
}

/** Takes a note back, with a reason: its text is kept by the structure that wrote it, and told to nobody else. */
export async function withdrawNote(
  context: Context,
  {
    params,
    body,
    ifMatch,
  }: OfNote & { readonly body: { readonly reason: string }; readonly ifMatch: number | undefined },
): Promise<Answer<NoteWithTexts>> {
  const { actor, db } = context;
  await holdFile(db, params.id);
  const { file, line } = await theNote(context, params);
  refuseUnlessAllowed(decideOnNote(actor, 'withdraw', fileFactsOf(file), noteFactsOf(line)));
  if (ifMatch !== undefined && ifMatch !== line.version) throw staleNote();
  return addedTo(context, params, line, { text: null, visibility: line.visibility, reason: body.reason });
}

/** The file stays whose it is until the note is written: a transfer, a seal wait. */
async function holdFile(db: Db, id: string): Promise<void> {
  await db.query('select 1 from pathways p where p.id = $1 for share', [id]);
}

interface Content {
  readonly text: string | null;
  readonly visibility: NoteVisibility;
  readonly reason: string | null;
}

interface Version extends Content {
  readonly noteId: string;
  readonly version: number;
  readonly pathwayId: string;
  readonly authorId: string;
  readonly organisationId: string;
  readonly writtenAt: string;
  readonly by: string;
  readonly at: string;
}

async function addedTo(
  context: Context,
  params: OfNote['params'],
  line: NoteLine,
  content: Content,
): Promise<Answer<NoteWithTexts>> {
  const { actor, db, clock } = context;
  await addVersion(db, {
    ...content,
    noteId: line.id,
    version: line.version + 1,
    pathwayId: params.id,
    authorId: line.author_id,
    organisationId: line.organisation_id,
    writtenAt: line.written_at,
    by: actor.accountId,
    at: clock.now().toISOString(),
  });
  const now = await theNote(context, params);
  return presented(context, now.file, now.line);
}

/** `restrict_violation`, of the trigger that has a version follow the last: what was read before it is no longer that. */
const NOT_OF_THE_LAST = '23001';

async function addVersion(db: Db, given: Version): Promise<void> {
  await db
    .query(
      `insert into notes (note_id, version, pathway_id, author_id, organisation_id, written_at, visibility, text, reason, by_account, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        given.noteId,
        given.version,
        given.pathwayId,
        given.authorId,
        given.organisationId,
        given.writtenAt,
        given.visibility,
        given.text,
        given.reason,
        given.by,
        given.at,
      ],
    )
    .catch((error: unknown) => {
      // Two who save the same version: one of them has not read the other, which is written, or was just before it was looked at.
      const { constraint, code } = error as { constraint?: string; code?: string };
      throw constraint === 'notes_pkey' || code === NOT_OF_THE_LAST ? staleNote() : error;
    });
}

function staleNote(): Error {
  return staleVersion(
    'Cette note a été modifiée depuis que vous l’avez ouverte\u00a0: relisez-la avant d’enregistrer.',
  );
}
