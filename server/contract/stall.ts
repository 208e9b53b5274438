import { z } from 'zod';
import { ACTORS, DOMAINS, REFERENT_ACTIONS, STALL_RULES } from '../domain/pathway/codes.ts';
import { calendarDaySchema, departmentSchema, shortText, uuidSchema } from './common.ts';

export const followUpSchema = z
  .object({
    action: z.enum(REFERENT_ACTIONS),
    note: z.string().nullable(),
    dueOn: calendarDaySchema.nullable(),
    by: z.string(),
    at: z.string(),
  })
  .meta({ id: 'FollowUp' });

export const stallRowSchema = z
  .object({
    id: uuidSchema,
    pathwayId: uuidSchema,
    number: z.string(),
    /** Null for whoever sees files by their number, not people. */
    name: z.string().nullable(),
    department: departmentSchema,
    organisationId: uuidSchema.nullable(),
    organisationName: z.string().nullable(),
    rule: z.enum(STALL_RULES),
    domain: z.enum(DOMAINS),
    state: z.enum(['WATCH', 'STALLED', 'SILENCED']),
    since: calendarDaySchema.nullable(),
    days: z.number().int(),
    turn: z.enum(ACTORS),
    severity: z.enum(['CRITICAL', 'NORMAL']),
    /** Times that this rule was put off on this file: silences that stand, begun by the day asked. */
    silences: z.number().int(),
    /** Null until enough comparable files are known (decision 9). */
    delayIndex: z.number().nullable(),
    reasons: z.array(z.object({ label: z.string(), on: calendarDaySchema.optional(), value: z.string().optional() })),
    sentence: z.string(),
    followUp: followUpSchema.nullable(),
  })
  .meta({ id: 'StallRow' });
export type StallRow = z.infer<typeof stallRowSchema>;

export const stallFilters = {
  department: departmentSchema,
  organisationId: uuidSchema.nullable(),
  pathwayId: uuidSchema,
  rule: z.enum(STALL_RULES),
  domain: z.enum(DOMAINS),
  turn: z.enum(ACTORS),
  severity: z.enum(['CRITICAL', 'NORMAL']),
  state: z.enum(['WATCH', 'STALLED', 'SILENCED']),
  followedUp: z.boolean(),
  /** Put off three times or more: shown to the referent (pathway.json `silenceLimits`). */
  silencedRepeatedly: z.boolean(),
  asOf: calendarDaySchema,
};
export const stallSorts = ['rank', 'since', 'number', 'id'] as const;

export const stallActionInput = z
  .strictObject({
    action: z.enum(REFERENT_ACTIONS),
    note: shortText(500).optional(),
    dueOn: calendarDaySchema.optional(),
  })
  .meta({ id: 'StallAction' });
export type StallActionInput = z.infer<typeof stallActionInput>;
