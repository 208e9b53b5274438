import { z } from 'zod';
import { ACTIONS } from '../domain/access/actions.ts';
import { ROLES } from '../domain/access/roles.ts';
import { calendarDaySchema, departmentSchema, uuidSchema } from './common.ts';

export const signInInput = z
  .strictObject({
    email: z.string().trim().min(1, { message: 'Indiquez votre adresse électronique.' }).max(200),
    password: z.string().min(1, { message: 'Indiquez votre mot de passe.' }).max(256),
    code: z.string().max(12).optional(),
  })
  .meta({ id: 'SignIn' });

export const sessionSchema = z
  .object({
    user: z.object({ id: uuidSchema, email: z.string(), displayName: z.string() }),
    role: z.enum(ROLES),
    organisation: z.object({ id: uuidSchema, name: z.string(), department: departmentSchema.nullable() }),
    departments: z.array(departmentSchema),
    permissions: z.array(z.enum(ACTIONS)),
    /** The civil day that the server counts as today. */
    today: calendarDaySchema,
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof sessionSchema>;

/** With a provider's address, the browser goes there: its own session must end too. */
export const signedOutSchema = z
  .object({ id: z.literal('session'), endSessionUrl: z.string().optional() })
  .meta({ id: 'SignedOut' });
export type SignedOut = z.infer<typeof signedOutSchema>;

/** What anybody may know before signing in. Demo accounts are listed only by a demo. */
export const instanceSchema = z
  .object({
    product: z.string(),
    demo: z.boolean(),
    today: calendarDaySchema,
    /** Through whom one may sign in, beside a password. */
    identityProviders: z.array(z.object({ profile: z.enum(['proconnect', 'generic']), name: z.string() })),
    demoAccounts: z.array(
      z.object({
        email: z.string(),
        password: z.string(),
        role: z.enum(ROLES),
        organisation: z.string(),
        department: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Instance' });
export type InstanceView = z.infer<typeof instanceSchema>;

export const organisationRowSchema = z
  .object({
    id: uuidSchema,
    name: z.string(),
    kind: z.enum(['ASSOCIATION', 'OFII', 'PREFECTURE', 'REGION', 'PLATFORM']),
    department: departmentSchema.nullable(),
  })
  .meta({ id: 'Organisation' });
export type OrganisationRow = z.infer<typeof organisationRowSchema>;

/** A caseworker of the manager's structure, with her load, so that a file is not given to someone already under water. */
export const caseworkerRowSchema = z
  .object({ id: uuidSchema, displayName: z.string(), openPathways: z.number().int() })
  .meta({ id: 'Caseworker' });
export type CaseworkerRow = z.infer<typeof caseworkerRowSchema>;
