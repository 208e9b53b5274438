import { z } from 'zod';
import { shortText, uuidSchema } from './common.ts';
import { noteInput } from './note.ts';
import { eventInputSchema } from './pathway.ts';
import { planTaskInput } from './task.ts';

/** What becomes of something that was to be done, on the version that was read. */
const settledTask = z
  .strictObject({
    id: uuidSchema,
    version: z.number().int().min(1),
    state: z.enum(['DONE', 'DROPPED']),
    /** Asked when it is dropped. */
    reason: shortText(200).optional(),
  })
  .meta({ id: 'SettledTask' });

/** What a caseworker has to say after seeing somebody: what happened, what is to be remembered, what comes next. */
export const recordEntryInput = z
  .strictObject({
    event: eventInputSchema.optional(),
    note: noteInput.optional(),
    next: planTaskInput.optional(),
    tasks: z
      .array(settledTask)
      .max(200)
      .optional()
      .meta({ description: 'With the closure of a file: what becomes of everything that was to be done for it' }),
  })
  .refine(({ event, note }) => event !== undefined || note !== undefined, {
    message: 'Dites ce qui a eu lieu, ou écrivez une note.',
  })
  .meta({
    id: 'RecordEntry',
    description:
      'An event, a note, or both; what is to be done next, what became of what was. All of it is recorded, or nothing',
  });
export type RecordEntryInput = z.infer<typeof recordEntryInput>;
