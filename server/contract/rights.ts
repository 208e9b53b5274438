import { z } from 'zod';
import { shortText, uuidSchema } from './common.ts';

/** A right is used with a reason that somebody else will read. */
const reason = shortText(500).min(5, { message: 'Donnez le motif en quelques mots.' });

export const SEAL_RIGHTS = ['SEARCH', 'READ', 'LOCATE'] as const;

export const sealInput = z
  .strictObject({
    reason,
    /** Who keeps which rights; without it, the referent of the file and whoever seals it keep all three. */
    holders: z
      .array(z.strictObject({ accountId: uuidSchema, rights: z.array(z.enum(SEAL_RIGHTS)).min(1) }))
      .max(20)
      .optional(),
  })
  .meta({ id: 'Seal' });
export type SealInput = z.infer<typeof sealInput>;

export const sealHoldersSchema = z
  .object({
    id: uuidSchema,
    sealed: z.boolean(),
    holders: z.array(
      z.object({ accountId: uuidSchema, displayName: z.string(), rights: z.array(z.enum(SEAL_RIGHTS)) }),
    ),
  })
  .meta({ id: 'SealHolders' });
export type SealHolders = z.infer<typeof sealHoldersSchema>;

/** The contract sends no body to lift a seal; a reason is kept when given. */
export const unsealInput = z.strictObject({ reason: reason.optional() }).default({}).meta({ id: 'Unseal' });
