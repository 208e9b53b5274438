import { z } from 'zod';
import { idParams } from '../../contract/common.ts';
import {
  noteFilters,
  noteInput,
  noteParams,
  noteSchema,
  noteSorts,
  noteWithTextsSchema,
  privateNotesSchema,
  withdrawNoteInput,
} from '../../contract/note.ts';
import { route } from '../../platform/http/route.ts';
import { isNoteReached } from './notes.queries.ts';
import { countPrivateNotes, listNotes, readNote } from './readNotes.ts';
import { correctNote, withdrawNote, writeNote } from './writeNote.ts';

const read = {
  transaction: 'actor',
  audit: { kind: 'READ', files: (_notes: unknown, { params }: { params: { id: string } }) => [params.id] },
} as const;
const changed = {
  access: 'notes.write',
  transaction: 'actor',
  audit: { kind: 'WRITE', files: ({ pathwayId }: { pathwayId: string }) => [pathwayId] },
} as const;

export const noteRoutes = [
  route({
    ...read,
    method: 'get',
    path: '/pathways/:id/notes',
    operationId: 'listNotes',
    summary: 'The notes of a file that the reader may be told of',
    access: 'notes.read',
    params: idParams,
    list: { filters: noteFilters, sorts: noteSorts },
    output: z.array(noteSchema),
    run: listNotes,
  }),
  route({
    ...changed,
    method: 'post',
    path: '/pathways/:id/notes',
    operationId: 'writeNote',
    summary: 'Write a note, private, of the structure or shared',
    params: idParams,
    body: noteInput,
    output: noteSchema,
    status: 201,
    idempotent: true,
    isReached: isNoteReached,
    endsDraft: true,
    run: writeNote,
  }),
  route({
    ...read,
    method: 'get',
    path: '/pathways/:id/notes/:noteId',
    operationId: 'readNote',
    summary: 'A note, with its earlier texts',
    access: 'notes.read',
    params: noteParams,
    output: noteWithTextsSchema,
    run: readNote,
  }),
  route({
    ...changed,
    method: 'put',
    path: '/pathways/:id/notes/:noteId',
    operationId: 'correctNote',
    summary: 'Correct one’s own note; its earlier text is kept',
    params: noteParams,
    body: noteInput,
    output: noteWithTextsSchema,
    ifMatch: 'required',
    run: correctNote,
  }),
  route({
    ...changed,
    method: 'post',
    path: '/pathways/:id/notes/:noteId/withdraw',
    operationId: 'withdrawNote',
    summary: 'Take a note back, with a reason',
    params: noteParams,
    body: withdrawNoteInput,
    output: noteWithTextsSchema,
    ifMatch: 'optional',
    run: withdrawNote,
  }),
  route({
    ...read,
    method: 'get',
    path: '/pathways/:id/private-notes',
    operationId: 'countPrivateNotes',
    summary: 'How many private notes of others a file holds',
    access: 'notes.count',
    params: idParams,
    output: privateNotesSchema,
    run: countPrivateNotes,
  }),
];
