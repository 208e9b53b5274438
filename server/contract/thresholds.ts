import { z } from 'zod';
import { DOMAINS, POPULATIONS, STALL_RULES } from '../domain/pathway/codes.ts';
import { calendarDaySchema, departmentSchema, instantSchema, shortText } from './common.ts';

export const durationSchema = z
  .strictObject({
    n: z.number().int().min(-1000).max(1000),
    unit: z.enum(['DAY', 'MONTH']),
  })
  .meta({ id: 'Duration', description: 'So many days, or so many months; negative before the anchor' });

const byPopulation = z.partialRecord(z.enum(POPULATIONS), durationSchema);

export const thresholdSchema = z
  .strictObject({
    warn: durationSchema.nullable(),
    limit: durationSchema.nullable(),
    warnByPopulation: byPopulation.optional(),
    limitByPopulation: byPopulation.optional(),
    countLimit: z.number().int().min(1).max(100).optional(),
  })
  .meta({ id: 'Threshold', description: 'When a rule warns, when it fires, or after how many times' });

const silenceDaysSchema = z.strictObject({
  NORMAL: z.number().int().min(1).max(1000),
  CRITICAL: z.number().int().min(1).max(1000),
});

/** What is asked to be in force from a day on. Rules that are not named keep what would be in force that day. */
export const thresholdsInput = z
  .strictObject({
    effectiveOn: calendarDaySchema,
    rules: z.partialRecord(z.enum(STALL_RULES), thresholdSchema).default({}),
    silenceDays: silenceDaysSchema.optional(),
  })
  .meta({ id: 'ThresholdsInput' });
export type ThresholdsInput = z.infer<typeof thresholdsInput>;

export const publishThresholdsInput = thresholdsInput
  .extend({
    reason: shortText(500).min(3, { message: 'Dites en quelques mots pourquoi.' }),
    /** The number of the last set that was read: refused when another has been published since. 0 for none. */
    basedOn: z.number().int().min(0).optional(),
  })
  .meta({ id: 'PublishThresholds' });
export type PublishThresholdsInput = z.infer<typeof publishThresholdsInput>;

export const thresholdRuleSchema = z
  .object({
    rule: z.enum(STALL_RULES),
    label: z.string(),
    domain: z.enum(DOMAINS),
    /** French: « après la signature du CIR ». */
    anchor: z.string().nullable(),
    settable: z.boolean(),
    /** French: the article or text, where there is one. */
    basis: z.string().nullable(),
    severity: z.enum(['CRITICAL', 'NORMAL']),
    inForce: thresholdSchema,
    proposed: thresholdSchema,
  })
  .meta({ id: 'ThresholdRule' });

export const thresholdSetSchema = z
  .object({
    number: z.number().int(),
    effectiveOn: calendarDaySchema,
    publishedAt: instantSchema,
    publishedBy: z.string(),
    reason: z.string(),
    /** Those that it changed of what would have been in force. */
    changes: z.array(z.object({ rule: z.enum(STALL_RULES), before: thresholdSchema, after: thresholdSchema })),
    /** How long a signal could have been put on hold that day, and could from then on. */
    silenceDaysBefore: silenceDaysSchema,
    silenceDays: silenceDaysSchema,
  })
  .meta({ id: 'ThresholdSet' });

export const thresholdsSchema = z
  .object({
    on: calendarDaySchema,
    /** The last set published; 0 for none. To be given back as `basedOn`. */
    lastNumber: z.number().int(),
    rules: z.array(thresholdRuleSchema),
    silenceDays: silenceDaysSchema,
    /** Newest first. */
    published: z.array(thresholdSetSchema),
    /** False while files are being computed again by what was published. */
    applied: z.boolean(),
  })
  .meta({ id: 'Thresholds' });
export type ThresholdsView = z.infer<typeof thresholdsSchema>;

export const simulationSchema = z
  .object({
    /** The day looked at: the first one in force. */
    on: calendarDaySchema,
    rows: z.array(
      z.object({
        department: departmentSchema,
        rule: z.enum(STALL_RULES),
        stalledBefore: z.number().int(),
        stalledAfter: z.number().int(),
        newlyStalled: z.number().int(),
        noLongerStalled: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'ThresholdSimulation' });
export type SimulationView = z.infer<typeof simulationSchema>;
