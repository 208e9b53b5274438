import { z } from 'zod';
import { LEFT_REASONS } from '../domain/merging/mergeEvents.ts';
import { MERGED_FIELDS, SIDES } from '../domain/merging/mergeFields.ts';
import { calendarDaySchema, uuidSchema } from './common.ts';
import { pathwayStatusSchema, stallViewSchema, stepViewSchema } from './pathway.ts';

const choices = z
  .partialRecord(z.enum(MERGED_FIELDS as [string, ...string[]]), z.enum(SIDES))
  .default({})
  .meta({ description: 'Of each field, which of the two values stays; of those not given, the one that is proposed' });

export const previewMergeInput = z
  .strictObject({ otherId: uuidSchema.meta({ description: 'The file that goes' }), choices })
  .meta({ id: 'PreviewMerge' });
export type PreviewMergeInput = z.infer<typeof previewMergeInput>;

export const mergePathwaysInput = z
  .strictObject({
    otherId: uuidSchema.meta({ description: 'The file that goes' }),
    otherVersion: z.number().int().min(0).meta({ description: 'Its version, as it was read' }),
    choices,
  })
  .meta({ id: 'MergePathways' });
export type MergePathwaysInput = z.infer<typeof mergePathwaysInput>;

const fileOfTwo = z.object({
  id: uuidSchema,
  number: z.string(),
  name: z.string(),
  status: pathwayStatusSchema,
  referentName: z.string().nullable(),
  openedOn: calendarDaySchema.nullable(),
  lastContactOn: calendarDaySchema.nullable(),
  version: z.number().int(),
});

export const mergePreviewSchema = z
  .object({
    kept: fileOfTwo,
    other: fileOfTwo,
    /** Why they may not become one; null when they may. */
    refusal: z.object({ code: z.string(), reason: z.string() }).nullable(),
    /** Every field that either file says; values as the history writes them. */
    fields: z.array(
      z.object({
        path: z.string(),
        kept: z.string().nullable(),
        other: z.string().nullable(),
        isSame: z.boolean(),
        proposed: z.enum(SIDES),
        chosen: z.enum(SIDES),
      }),
    ),
    /** The file that stays, as it would be. */
    result: z.object({
      name: z.string(),
      status: pathwayStatusSchema,
      steps: z.array(stepViewSchema),
      stalls: z.array(stallViewSchema),
      /** What counts, in the order of the days. */
      events: z.array(z.object({ on: calendarDaySchema.nullable(), sentence: z.string(), from: z.enum(SIDES) })),
      tasks: z.number().int(),
      notes: z.number().int(),
      sessions: z.number().int(),
    }),
    /** Events that stay with the file that goes, and why. */
    left: z.array(z.object({ on: calendarDaySchema.nullable(), sentence: z.string(), because: z.enum(LEFT_REASONS) })),
  })
  .meta({ id: 'MergePreview', description: 'Two files side by side, and the one that they would make' });
export type MergePreview = z.infer<typeof mergePreviewSchema>;

export const mergeSchema = z
  .object({
    id: uuidSchema,
    /** The file that went, and its number, which leads to this one. */
    pathwayId: uuidSchema,
    number: z.string(),
    at: z.string(),
    byName: z.string().nullable(),
    /** The last day on which they may be parted. */
    until: calendarDaySchema,
    /** Why they may not be parted; null when they may. */
    refusal: z.object({ code: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'Merge' });
export type MergeView = z.infer<typeof mergeSchema>;

export const unmergeInput = z.strictObject({ mergeId: uuidSchema }).meta({ id: 'UnmergePathways' });
export type UnmergeInput = z.infer<typeof unmergeInput>;
