import { z } from 'zod';
import { uuidSchema } from './common.ts';

/** Signing in through the identity provider; with an invitation, linking an account to it at the same time. */
export const startIdentityInput = z
  .strictObject({ invitation: z.string().min(20).max(100).optional() })
  .meta({ id: 'StartIdentity' });

/** The password is asked again: an identity that is linked is one more way in, for as long as the account lives. */
export const linkIdentityInput = z
  .strictObject({ password: z.string().min(1, { message: 'Indiquez votre mot de passe.' }).max(256) })
  .meta({ id: 'LinkIdentity' });

/** Where the browser goes next: at the provider. */
export const redirectionSchema = z.object({ redirectTo: z.string() }).meta({ id: 'Redirection' });
export type Redirection = z.infer<typeof redirectionSchema>;

export const identityRowSchema = z
  .object({ id: uuidSchema, issuer: z.string(), linkedAt: z.string() })
  .meta({ id: 'Identity' });
export type IdentityRow = z.infer<typeof identityRowSchema>;

/** Shown once: only its hash is kept. */
export const identityInvitationSchema = z
  .object({ token: z.string(), expiresAt: z.string() })
  .meta({ id: 'IdentityInvitation' });
export type IdentityInvitation = z.infer<typeof identityInvitationSchema>;
