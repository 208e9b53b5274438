import { z } from 'zod';
import { noteInput } from './note.ts';
import { eventInputSchema } from './pathway.ts';
import { planTaskInput } from './task.ts';

/** What a caseworker has to say after seeing somebody: what happened, what is to be remembered, what comes next. */
export const recordEntryInput = z
  .strictObject({ event: eventInputSchema.optional(), note: noteInput.optional(), next: planTaskInput.optional() })
  .refine(({ event, note }) => event !== undefined || note !== undefined, {
    message: 'Dites ce qui a eu lieu, ou écrivez une note.',
  })
  .meta({
    id: 'RecordEntry',
    description: 'An event, a note, or both; and what is to be done next. All of it is recorded, or nothing',
  });
export type RecordEntryInput = z.infer<typeof recordEntryInput>;
