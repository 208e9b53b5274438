import { z } from 'zod';
import { DRAFT_MAX_BYTES, FORM_KEY } from '../domain/draft/draft.ts';
import { instantSchema } from './common.ts';

export { formKeyOf } from '../domain/draft/draft.ts';

export const draftParams = z.object({
  formKey: z.string().toLowerCase().regex(FORM_KEY, { message: 'Formulaire inconnu.' }).meta({
    description: '`open`, or the form and its file: `note:<pathwayId>`, `entry:<pathwayId>`, `correct:<pathwayId>`',
  }),
});

const value = z.record(z.string(), z.unknown()).meta({ description: 'What is typed, as the form has it' });

export const draftInput = z
  .strictObject({
    value: value.refine((given) => new TextEncoder().encode(JSON.stringify(given)).length <= DRAFT_MAX_BYTES, {
      message: `Ce brouillon est trop long (${DRAFT_MAX_BYTES / 1024} Ko au plus).`,
    }),
  })
  .meta({ id: 'DraftInput', description: 'The whole of what is typed' });
export type DraftInput = z.infer<typeof draftInput>;

export const draftSchema = z
  .object({
    formKey: z.string(),
    /** Null: nothing is kept. */
    value: value.nullable(),
    savedAt: instantSchema.nullable(),
    /** What the next change shows as its ETag; 0 when nothing is kept. */
    version: z.number().int(),
  })
  .meta({ id: 'Draft' });
export type DraftView = z.infer<typeof draftSchema>;

/** What was typed is not sent back at each pause. */
export const draftKeptSchema = z
  .object({ formKey: z.string(), savedAt: instantSchema, version: z.number().int() })
  .meta({ id: 'DraftKept' });
export type DraftKept = z.infer<typeof draftKeptSchema>;
