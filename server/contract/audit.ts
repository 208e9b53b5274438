import { z } from 'zod';
import { ROLES } from '../domain/access/roles.ts';
import { AUDIT_KINDS, AUDIT_OUTCOMES, AUDIT_PURPOSES } from '../domain/audit/entry.ts';
import { calendarDaySchema, uuidSchema } from './common.ts';

/** One entry of the trail: who, what, when, on which files. Never a value of a file. */
export const auditRowSchema = z
  .object({
    /** Bucket and number in its chain. */
    id: z.string(),
    at: z.string(),
    accountId: uuidSchema.nullable(),
    accountName: z.string().nullable(),
    role: z.enum(ROLES).nullable(),
    organisationId: uuidSchema.nullable(),
    organisationName: z.string().nullable(),
    operation: z.string(),
    kind: z.enum(AUDIT_KINDS),
    outcome: z.enum(AUDIT_OUTCOMES),
    purpose: z.enum(AUDIT_PURPOSES),
    askedId: uuidSchema.nullable(),
    /** How many files; the first hundred are named. */
    pathways: z.number().int(),
    pathwayIds: z.array(uuidSchema),
    fields: z.array(z.string()),
    requestId: uuidSchema.nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditRow = z.infer<typeof auditRowSchema>;

export const auditFilters = {
  account: uuidSchema,
  role: z.enum(ROLES),
  organisation: uuidSchema,
  pathwayId: uuidSchema,
  /** Of a file. One that was never given and one that nobody touched answer alike: nothing. */
  number: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^J\d{2}-\d{1,9}$/, { message: 'Ce n’est pas un numéro de dossier.' }),
  operation: z.string().regex(/^[A-Za-z]{1,60}$/, { message: 'Ce n’est pas le nom d’une opération.' }),
  kind: z.enum(AUDIT_KINDS),
  outcome: z.enum(AUDIT_OUTCOMES),
  /** Civil days in Paris, both included. */
  from: calendarDaySchema,
  to: calendarDaySchema,
};
export const auditSorts = ['at', 'id'] as const;

/** Who saw a file, or changed it. */
export const accessSchema = z
  .object({
    id: z.string(),
    at: z.string(),
    by: z.string().nullable(),
    role: z.enum(ROLES).nullable(),
    organisationName: z.string().nullable(),
    kind: z.enum(AUDIT_KINDS),
    purpose: z.enum(AUDIT_PURPOSES),
    sentence: z.string(),
  })
  .meta({ id: 'Access' });
export type AccessRow = z.infer<typeof accessSchema>;
export const accessSorts = ['at', 'id'] as const;

/** What the person is given: roles and structures, no professional's name. */
export const accessExtractSchema = z
  .object({
    id: uuidSchema,
    number: z.string(),
    madeOn: calendarDaySchema,
    accesses: z.array(
      z.object({
        seen: z.number().int(),
        changed: z.number().int(),
        firstOn: z.string(),
        lastOn: z.string(),
        sentence: z.string(),
      }),
    ),
  })
  .meta({ id: 'AccessExtract' });
export type AccessExtract = z.infer<typeof accessExtractSchema>;
