import { z } from 'zod';
import { uuidSchema } from './common.ts';

export const IMPORT_STATES = ['CHECKING', 'READY', 'CONFIRMING', 'DONE', 'FAILED'] as const;
export const IMPORT_OUTCOMES = ['CREATE', 'UPDATE', 'UNCHANGED', 'REFUSED', 'REPEATED'] as const;

export const importErrorSchema = z
  .object({ line: z.number().int(), column: z.string(), code: z.string(), message: z.string() })
  .meta({ id: 'ImportError' });
export const importConflictSchema = z
  .object({ line: z.number().int(), field: z.string(), kept: z.string(), proposed: z.string() })
  .meta({ id: 'ImportConflict', description: 'A hand corrected this value since: it is kept' });

export const importSchema = z
  .object({
    id: uuidSchema,
    fileName: z.string(),
    state: z.enum(IMPORT_STATES),
    /** 0 to 100. */
    progress: z.number().int().min(0).max(100),
    rows: z.number().int(),
    toCreate: z.number().int(),
    toUpdate: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
    repeatedInFile: z.number().int(),
    unassigned: z.number().int(),
    errors: z.array(importErrorSchema),
    repeats: z.array(z.object({ line: z.number().int(), sameAsLine: z.number().int() })),
    warnings: z.array(importErrorSchema),
    conflicts: z.array(importConflictSchema),
    failure: z.object({ code: z.string(), message: z.string() }).optional(),
    createdAt: z.string(),
    confirmedAt: z.string().nullable(),
    createdBy: z.string(),
  })
  .meta({ id: 'Import' });
export type ImportView = z.infer<typeof importSchema>;

export const importSummarySchema = importSchema
  .pick({
    id: true,
    fileName: true,
    state: true,
    progress: true,
    rows: true,
    toCreate: true,
    toUpdate: true,
    unchanged: true,
    refused: true,
    repeatedInFile: true,
    createdAt: true,
    confirmedAt: true,
    createdBy: true,
  })
  .meta({ id: 'ImportSummary' });
export type ImportSummary = z.infer<typeof importSummarySchema>;

export const importStartedSchema = z
  .object({ id: uuidSchema, state: z.enum(IMPORT_STATES) })
  .meta({ id: 'ImportStarted' });

/** One line of the preview. */
export const importLineSchema = z
  .object({
    id: z.string(),
    line: z.number().int(),
    outcome: z.enum(IMPORT_OUTCOMES),
    name: z.string().nullable(),
    foreignerNumber: z.string().nullable(),
    structure: z.string().nullable(),
    pathwayId: uuidSchema.nullable(),
    number: z.string().nullable(),
    errors: z.array(importErrorSchema),
    warnings: z.array(importErrorSchema),
    changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    conflicts: z.array(importConflictSchema),
    sameAsLine: z.number().int().nullable(),
  })
  .meta({ id: 'ImportLine' });
export type ImportLine = z.infer<typeof importLineSchema>;

export const importLineFilters = { outcome: z.enum(IMPORT_OUTCOMES) };
export const importLineSorts = ['line', 'id'] as const;
export const importSorts = ['createdAt', 'id'] as const;

export type ImportError = z.infer<typeof importErrorSchema>;
export type ImportConflict = z.infer<typeof importConflictSchema>;
