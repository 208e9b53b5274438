import { z } from 'zod';
import { ACTIONS } from '../domain/access/actions.ts';
import { ROLES } from '../domain/access/roles.ts';
import { calendarDaySchema, departmentSchema, instantSchema, uuidSchema } from './common.ts';

export const signInInput = z
  .strictObject({
    email: z.string().trim().min(1, { message: 'Indiquez votre adresse électronique.' }).max(200),
    password: z.string().min(1, { message: 'Indiquez votre mot de passe.' }).max(256),
    /** Of the authenticator, or a recovery code. */
    code: z.string().max(40).optional(),
  })
  .meta({ id: 'SignIn' });

/** Six digits of an authenticator. */
export const codeInput = z
  .strictObject({ code: z.string().trim().min(1, { message: 'Indiquez le code.' }).max(40) })
  .meta({ id: 'Code' });

export const SECOND_FACTOR_STATES = ['ENROLLED', 'TO_ENROL', 'TO_SHOW', 'NOT_ASKED'] as const;

export const sessionSchema = z
  .object({
    user: z.object({ id: uuidSchema, email: z.string(), displayName: z.string() }),
    role: z.enum(ROLES),
    organisation: z.object({ id: uuidSchema, name: z.string(), department: departmentSchema.nullable() }),
    departments: z.array(departmentSchema),
    /** None until a second factor is enrolled, and shown. */
    permissions: z.array(z.enum(ACTIONS)),
    secondFactor: z.object({
      state: z.enum(SECOND_FACTOR_STATES).meta({
        description:
          'TO_SHOW: an identity provider answered for a password, a code is still owed. NOT_ASKED: an account of the demo, in a demo',
      }),
      /** Until when what asks a fresh code does not ask it again; null when it would. */
      freshUntil: instantSchema.nullable(),
    }),
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
/** What an authenticator is given, once, to read or to type. */
export const enrolmentSchema = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'Enrolment' });
export type EnrolmentView = z.infer<typeof enrolmentSchema>;

/** Shown once: kept as hashes. */
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodesView = z.infer<typeof recoveryCodesSchema>;

export const ownFactorSchema = z
  .object({ isEnrolled: z.boolean(), recoveryCodesLeft: z.number().int() })
  .meta({ id: 'OwnSecondFactor' });
export type OwnFactorView = z.infer<typeof ownFactorSchema>;

/** As received: no trimming, no change of case. What makes it good is said by the server, in a sentence. */
const newPassword = z
  .string()
  .min(1, { message: 'Choisissez un mot de passe.' })
  .max(512, { message: 'Choisissez un mot de passe d’au plus 128\u00a0caractères.' });

export const changePasswordInput = z
  .strictObject({
    currentPassword: z.string().min(1, { message: 'Indiquez votre mot de passe actuel.' }).max(512),
    newPassword,
  })
  .meta({ id: 'ChangePassword' });

export const passwordLinkInput = z
  .strictObject({ token: z.string().min(1).max(200), newPassword })
  .meta({ id: 'PasswordLink' });

export const doneSchema = z.object({ id: z.string() }).meta({ id: 'Done' });

export const ownSessionRowSchema = z
  .object({
    id: uuidSchema,
    openedAt: instantSchema,
    lastSeenAt: instantSchema,
    browser: z.string().nullable(),
    isCurrent: z.boolean(),
  })
  .meta({ id: 'OwnSession' });
export type OwnSessionRow = z.infer<typeof ownSessionRowSchema>;

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
        /** What an authenticator would show now: in a demo, everybody holds everybody's. */
        code: z.string(),
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

/**
 * Somebody of the manager's structure who may follow a file: with her load, so that it is not given to someone already
 * under water, and with what tells her from whoever has the same name.
 */
export const caseworkerRowSchema = z
  .object({
    id: uuidSchema,
    displayName: z.string(),
    role: z.enum(['ASSOCIATION_CASEWORKER', 'ASSOCIATION_MANAGER']),
    email: z.string(),
    openPathways: z.number().int(),
  })
  .meta({ id: 'Caseworker' });
export type CaseworkerRow = z.infer<typeof caseworkerRowSchema>;
