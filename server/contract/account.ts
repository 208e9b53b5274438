import { z } from 'zod';
import { ACCOUNT_STATES, ORGANISATION_KINDS, type OrganisationKind } from '../domain/access/accountStates.ts';
import { ROLES } from '../domain/access/roles.ts';
import { departmentSchema, instantSchema, shortText, uuidSchema } from './common.ts';

export { ACCOUNT_STATES, ORGANISATION_KINDS, type OrganisationKind };

export const accountSchema = z
  .object({
    id: uuidSchema,
    email: z.string(),
    displayName: z.string(),
    role: z.enum(ROLES),
    organisationId: uuidSchema,
    organisation: z.string(),
    departments: z.array(departmentSchema),
    state: z.enum(ACCOUNT_STATES).meta({ description: 'INVITED: no password chosen yet' }),
    hasSecondFactor: z.boolean(),
    lastFactorReset: z
      .object({ at: instantSchema, by: z.string(), reason: z.string() })
      .nullable()
      .meta({ description: 'The last time that its second factor was taken back, by whom and why' }),
    version: z.number().int(),
  })
  .meta({ id: 'Account' });
export type AccountView = z.infer<typeof accountSchema>;

const rights = {
  displayName: shortText(120),
  role: z.enum(ROLES, { message: 'Choisissez un rôle.' }),
  organisationId: uuidSchema,
  departments: z.array(departmentSchema).max(110),
};

export const newAccountInput = z
  .strictObject({
    email: z
      .string()
      .trim()
      .toLowerCase()
      .max(200)
      .pipe(z.email({ message: 'Indiquez une adresse électronique.' })),
    ...rights,
  })
  .meta({ id: 'NewAccount' });
export type NewAccount = z.infer<typeof newAccountInput>;

export const accountChangeInput = z.strictObject(rights).meta({ id: 'AccountChange' });
export type AccountChange = z.infer<typeof accountChangeInput>;

/** Shown once, to be handed over: the program sends no mail. */
export const passwordLinkSchema = z
  .object({ path: z.string(), endsAt: instantSchema })
  .meta({ id: 'NewPasswordLink', description: 'A path of this host, with the secret after the #' });
export type PasswordLinkView = z.infer<typeof passwordLinkSchema>;

export const accountMadeSchema = accountSchema.extend({ link: passwordLinkSchema }).meta({ id: 'AccountMade' });
export type AccountMade = z.infer<typeof accountMadeSchema>;

export const reasonInput = z.strictObject({ reason: shortText(300) }).meta({ id: 'Reason' });

export const organisationSchema = z
  .object({
    id: uuidSchema,
    name: z.string(),
    kind: z.enum(ORGANISATION_KINDS),
    department: departmentSchema.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'OrganisationFile' });
export type OrganisationView = z.infer<typeof organisationSchema>;

export const newOrganisationInput = z
  .strictObject({ name: shortText(120), kind: z.enum(ORGANISATION_KINDS), department: departmentSchema.nullable() })
  .meta({ id: 'NewOrganisation' });

export const renameOrganisationInput = z.strictObject({ name: shortText(120) }).meta({ id: 'RenameOrganisation' });
