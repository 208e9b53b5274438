import { z } from 'zod';
import { SEALED_RIGHTS } from '../domain/access/relations.ts';
import { calendarDaySchema, departmentSchema, shortText, uuidSchema } from './common.ts';

/** A right is used with a reason that somebody else will read. */
const reason = shortText(500).min(5, { message: 'Donnez le motif en quelques mots.' });

export const sealInput = z
  .strictObject({
    reason,
    /** Who keeps which rights; without it, the referent of the file and whoever seals it keep all three. */
    holders: z
      .array(z.strictObject({ accountId: uuidSchema, rights: z.array(z.enum(SEALED_RIGHTS)).min(1) }))
      .max(20)
      .optional(),
  })
  .meta({ id: 'Seal' });
export type SealInput = z.infer<typeof sealInput>;

export const sealHoldersSchema = z
  .object({
    id: uuidSchema,
    /** Of the file: shown with what replaces these rights, it is refused where they have changed since. */
    version: z.number().int(),
    sealed: z.boolean(),
    holders: z.array(
      z.object({ accountId: uuidSchema, displayName: z.string(), rights: z.array(z.enum(SEALED_RIGHTS)) }),
    ),
  })
  .meta({ id: 'SealHolders' });
export type SealHolders = z.infer<typeof sealHoldersSchema>;

/** The contract sends no body to lift a seal; a reason is kept when given. */
export const unsealInput = z.strictObject({ reason: reason.optional() }).default({}).meta({ id: 'Unseal' });

export const transferInput = z.strictObject({ organisationId: uuidSchema, reason }).meta({ id: 'AskTransfer' });
export type TransferInput = z.infer<typeof transferInput>;
export const refusalInput = z.strictObject({ reason }).meta({ id: 'RefuseTransfer' });

export const TRANSFER_STATES = ['PENDING', 'ACCEPTED', 'REFUSED', 'CANCELLED'] as const;

export const transferSchema = z
  .object({
    id: uuidSchema,
    direction: z.enum(['GIVEN', 'RECEIVED']),
    state: z.enum(TRANSFER_STATES),
    /** Null to the structure that receives it, until it accepts; and where the file is out of reach again. */
    pathwayId: uuidSchema.nullable(),
    fromOrganisationId: uuidSchema,
    fromOrganisationName: z.string(),
    toOrganisationId: uuidSchema,
    toOrganisationName: z.string(),
    reason: z.string(),
    askedAt: z.string(),
    answeredAt: z.string().nullable(),
    answerReason: z.string().nullable(),
    /** Last day on which the structure that gave the file reads it, as it was when it left. */
    readsUntil: calendarDaySchema.nullable(),
    /** What may be known before accepting: nothing of the person. Null: the file is sealed. */
    preview: z
      .object({
        number: z.string(),
        department: departmentSchema,
        cirSignedOn: calendarDaySchema.nullable(),
        nextDueOn: calendarDaySchema.nullable(),
        overdue: z.number().int(),
        stalled: z.number().int(),
      })
      .nullable(),
  })
  .meta({ id: 'Transfer', description: 'A file that one structure hands to another' });
export type TransferView = z.infer<typeof transferSchema>;

export const transferFilters = {
  state: z.enum(TRANSFER_STATES),
  /** Whether it has had its answer, or was taken back. */
  answered: z.boolean(),
  direction: z.enum(['GIVEN', 'RECEIVED']),
  pathwayId: uuidSchema,
  id: z.array(uuidSchema).max(100),
};
export const transferSorts = ['askedAt', 'id'] as const;

export const breakGlassInput = z
  .strictObject({
    reason: shortText(500).min(20, { message: 'Donnez le motif en vingt caractères au moins\u00a0: il sera lu.' }),
    /** Of the authenticator, shown for this act alone. */
    code: shortText(20),
  })
  .meta({ id: 'BreakGlass' });
export type BreakGlassInput = z.infer<typeof breakGlassInput>;
/** By the number that the person gives when she calls. */
export const openingInput = breakGlassInput
  .extend({ number: shortText(20).transform((number) => number.toUpperCase()) })
  .meta({ id: 'BreakGlassByNumber' });
export type OpeningInput = z.infer<typeof openingInput>;

export const openingSchema = z
  .object({
    id: uuidSchema,
    pathwayId: uuidSchema,
    number: z.string(),
    /** Who opened it, and of which structure, as they were called that day. */
    openedBy: z.string(),
    isOwn: z.boolean(),
    reason: z.string(),
    openedAt: z.string(),
    endsAt: z.string(),
    isRunning: z.boolean(),
  })
  .meta({ id: 'Opening', description: 'A file read in an emergency by somebody who does not follow it' });
export type OpeningView = z.infer<typeof openingSchema>;
export const openingFilters = { pathwayId: uuidSchema, isRunning: z.boolean(), id: z.array(uuidSchema).max(100) };
export const openingSorts = ['openedAt', 'id'] as const;

export const revealInput = z.strictObject({ reason }).meta({ id: 'Reveal' });
export const revealedSchema = z
  .object({
    id: uuidSchema,
    number: z.string(),
    name: z.string(),
    birthName: z.string().nullable(),
    usageName: z.string().nullable(),
    firstNames: z.string().nullable(),
  })
  .meta({ id: 'Revealed', description: 'The name behind a number, for this session and this file' });
export type Revealed = z.infer<typeof revealedSchema>;
