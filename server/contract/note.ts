import { z } from 'zod';
import { NOTE_MAX_LENGTH, NOTE_VISIBILITIES } from '../domain/access/notes.ts';
import { shortText, uuidSchema } from './common.ts';

export { NOTE_VISIBILITIES, type NoteVisibility } from '../domain/access/notes.ts';

const visibility = z.enum(NOTE_VISIBILITIES).meta({
  description: 'PRIVATE: its author. STRUCTURE: whoever reads the file there. SHARED: whoever reads the file whole.',
});

export const noteInput = z.strictObject({ text: shortText(NOTE_MAX_LENGTH), visibility }).meta({ id: 'WriteNote' });
export type NoteInput = z.infer<typeof noteInput>;

export const withdrawNoteInput = z
  .strictObject({ reason: shortText(500).min(5, { message: 'Donnez le motif en quelques mots.' }) })
  .meta({ id: 'WithdrawNote' });

export const noteParams = z.object({ id: uuidSchema, noteId: uuidSchema });

const noteFields = {
  id: uuidSchema,
  pathwayId: uuidSchema,
  visibility,
  /** Null once withdrawn. */
  text: z.string().nullable(),
  isOwn: z.boolean(),
  /** Null where the professional is of another structure. */
  authorName: z.string().nullable(),
  organisationName: z.string(),
  writtenAt: z.string(),
  correctedAt: z.string().nullable(),
  withdrawn: z.object({ at: z.string(), byName: z.string().nullable(), reason: z.string() }).nullable(),
  /** How many earlier texts there are to read. */
  formerTexts: z.number().int(),
  /** What a correction shows as its ETag. */
  version: z.number().int(),
  grants: z.object({ correct: z.boolean(), withdraw: z.boolean() }),
};

export const noteSchema = z.object(noteFields).meta({ id: 'Note' });
export type NoteView = z.infer<typeof noteSchema>;

export const noteWithTextsSchema = z
  .object({
    ...noteFields,
    /** Its earlier texts, the latest first; of a withdrawn note, the one that was withdrawn too. */
    texts: z.array(z.object({ text: z.string(), visibility, at: z.string() })),
  })
  .meta({ id: 'NoteWithTexts' });
export type NoteWithTexts = z.infer<typeof noteWithTextsSchema>;

export const privateNotesSchema = z
  .object({
    /** Of colleagues, who may be asked. */
    ofColleagues: z.number().int(),
    /** Of people who left, or of another structure. */
    ofOthers: z.number().int(),
  })
  .meta({ id: 'PrivateNotes', description: 'How many private notes of others a file holds: never what they say' });
export type PrivateNotes = z.infer<typeof privateNotesSchema>;

export const noteFilters = { visibility, id: z.array(uuidSchema).max(100) };
export const noteSorts = ['writtenAt', 'id'] as const;
