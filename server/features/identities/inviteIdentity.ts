import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { identityInvitationSchema, type IdentityInvitation } from '../../contract/identity.ts';
import { uuidSchema } from '../../contract/common.ts';
import { invitationHash } from '../../platform/auth/oidc/identities.ts';
import { notFound } from '../../platform/http/problem.ts';
import { route, type Answer, type Context } from '../../platform/http/route.ts';

/** Long enough to reach somebody through her manager, short enough not to be found in a drawer. */
const INVITATION_LIFE_MS = 7 * 24 * 3_600_000;

/** A link that serves once, for the first sign-in of somebody who has no password; it replaces the former ones (a trigger). */
async function inviteIdentity(
  { actor, db, clock }: Context,
  { params }: { params: { id: string } },
): Promise<Answer<IdentityInvitation>> {
  const account = await db.one('select a.id from accounts a where a.id = $1 and a.disabled_at is null', [params.id]);
  if (account === undefined) throw notFound();

  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(clock.now().getTime() + INVITATION_LIFE_MS);
  await db.query(
    'insert into identity_invitations (token_hash, account_id, invited_by, expires_at) values ($1, $2, $3, $4)',
    [invitationHash(token), params.id, actor.accountId, expiresAt],
  );

  return { body: { token, expiresAt: expiresAt.toISOString() } };
}

export const identityRoutes = [
  route({
    method: 'post',
    path: '/accounts/:id/identity-invitations',
    operationId: 'inviteIdentity',
    summary: 'A single-use invitation to link an account to an identity provider',
    access: 'accounts.invite',
    freshFactor: true,
    audit: { kind: 'WRITE', files: () => [] },
    transaction: 'actor',
    params: z.object({ id: uuidSchema }),
    output: identityInvitationSchema,
    status: 201,
    run: inviteIdentity,
  }),
];
