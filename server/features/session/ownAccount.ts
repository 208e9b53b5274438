import type {
  EnrolmentView,
  OwnFactorView,
  OwnSessionRow,
  RecoveryCodesView,
  SessionView,
} from '../../contract/session.ts';
import { appendAsAuth } from '../../platform/audit/append.ts';
import { inTransaction } from '../../platform/auth/inTransaction.ts';
import { hashPassword, passwordMatches } from '../../platform/auth/passwords.ts';
import { passwordFault } from '../../platform/auth/passwordStrength.ts';
import { recoveryCodesLeft } from '../../platform/auth/recoveryCodes.ts';
import {
  beginEnrolment,
  confirmEnrolment,
  renewRecoveryCodes,
  verifyCodeOrRecovery,
} from '../../platform/auth/secondFactor.ts';
import { conflict, freshFactorNeeded, notFound, unfit } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { presentSession } from './presentSession.ts';

const done = ({ accountId }: Context['actor'], requestId: string) =>
  ({ outcome: 'DONE', accountId, requestId }) as const;

const wrongCode = () => {
  const sentence = 'Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant.';
  return unfit('wrong_code', sentence, { code: sentence });
};

/** Whoever only signs in through a provider that proved two factors has no code to show: she has a way all the same. */
const noAuthenticator = () =>
  conflict(
    'no_second_factor',
    'Vous n’avez pas d’application de connexion\u00a0: reconnectez-vous par votre fournisseur d’identité, ce qui vaut un code pendant cinq minutes, ou enregistrez-en une aussitôt après, dans «\u00a0Mon compte\u00a0».',
  );

/**
 * Shows the second factor again, for what asks it fresh; or the one that is owed after a provider, where a recovery code
 * replaces it as at sign-in. The session goes on under another identifier.
 */
export async function renewFactor(
  { actor: { accountId }, secondFactor, session, auth, clock, requestId }: Context,
  { body: { code } }: { body: { code: string } },
): Promise<Answer<SessionView>> {
  if (session.isComplete && !session.account.hasFactor) throw noAuthenticator();
  const isRight = await (session.isComplete ? secondFactor.verify(code) : verifyCodeOrRecovery(auth, accountId, code));
  // Before the session changes: it ends a sign-in, as the code of a password does.
  const outcome = isRight ? 'DONE' : 'REFUSED';
  await appendAsAuth(auth.pool, { operation: 'renewSecondFactor', outcome, accountId, requestId });
  if (!isRight) throw wrongCode();
  const factorAt = clock.now();
  await session.renew({ factorAt });
  return { body: await presentSession(auth, clock, { ...session, factorAt: factorAt.getTime(), isComplete: true }) };
}

export async function readOwnFactor({ actor, session, auth }: Context): Promise<Answer<OwnFactorView>> {
  return {
    body: {
      isEnrolled: session.account.hasFactor,
      recoveryCodesLeft: await recoveryCodesLeft(auth.pool, actor.accountId),
    },
  };
}

/** A first authenticator, or another in place of the one in use: then the one in use must just have been shown. */
export async function startEnrolment({ actor, session, auth }: Context): Promise<Answer<EnrolmentView>> {
  refuseUnlessFreshOrFirst(session);
  return { body: await beginEnrolment(auth, { accountId: actor.accountId, email: session.account.email }) };
}

export async function finishEnrolment(
  { actor, session, auth, clock, requestId }: Context,
  { body }: { body: { code: string } },
): Promise<Answer<RecoveryCodesView>> {
  refuseUnlessFreshOrFirst(session);
  const enrolled = await confirmEnrolment(auth, { accountId: actor.accountId, code: body.code, requestId });
  if (enrolled === undefined) throw wrongCode();
  await session.renew({ factorAt: clock.now(), epoch: enrolled.epoch });
  return { body: { recoveryCodes: enrolled.recoveryCodes } };
}

/** Two factors proven at a provider are one in use too: else whoever finds her desk would enrol an authenticator of his. */
function refuseUnlessFreshOrFirst({ account, factorAt, freshUntil }: Context['session']): void {
  if ((account.hasFactor || factorAt !== undefined) && freshUntil() === undefined) throw freshFactorNeeded();
}

export async function replaceOwnRecoveryCodes({
  actor: { accountId },
  session,
  auth,
  requestId,
}: Context): Promise<Answer<RecoveryCodesView>> {
  if (!session.account.hasFactor)
    throw conflict('no_second_factor', 'Enregistrez d’abord une application de connexion.');
  return { body: { recoveryCodes: await renewRecoveryCodes(auth, { accountId, requestId }) } };
}

/** Changes one's own password: every other session is over, this one goes on under another identifier. */
export async function changePassword(
  { actor, session, auth, requestId }: Context,
  { body }: { body: { currentPassword: string; newPassword: string } },
): Promise<Answer<{ id: string }>> {
  const { account } = session;
  const attempt = { email: account.email, address: '', device: `session ${session.hashedSid()}` };
  await auth.throttle.spendAccount(attempt);
  if (!(await passwordMatches(account.passwordHash, body.currentPassword))) {
    const sentence = 'Ce n’est pas votre mot de passe actuel.';
    throw unfit('wrong_current_password', sentence, { currentPassword: sentence });
  }
  await auth.throttle.forgiveAccount(attempt);
  const { rows } = await auth.pool.query<{ name: string }>('select o.name from organisations o where o.id = $1', [
    actor.organisationId,
  ]);
  const owner = {
    role: actor.role,
    email: account.email,
    displayName: actor.displayName,
    organisation: rows[0]?.name ?? '',
  };
  const fault =
    body.newPassword === body.currentPassword
      ? 'Choisissez un mot de passe différent de l’actuel.'
      : passwordFault(body.newPassword, owner);
  if (fault !== undefined) throw unfit('password_refused', fault, { newPassword: fault });

  const passwordHash = await hashPassword(body.newPassword);
  const epoch = await inTransaction(auth.pool, async (client) => {
    // The former hash is in the condition: of two changes at once, one wins and the other is told.
    const changed = await client.query<{ epoch: number }>(
      `update accounts set password_hash = $3, sign_in_epoch = sign_in_epoch + 1
       where id = $1 and password_hash = $2 returning sign_in_epoch as epoch`,
      [actor.accountId, account.passwordHash, passwordHash],
    );
    await client.query('delete from sessions where account_id = $1 and sid <> $2', [
      actor.accountId,
      session.hashedSid(),
    ]);
    const moved = changed.rows[0]?.epoch;
    if (moved !== undefined) await appendAsAuth(client, { operation: 'changePassword', ...done(actor, requestId) });
    return moved;
  });
  if (epoch === undefined) throw conflict('password_just_changed', 'Votre mot de passe vient d’être changé ailleurs.');
  await session.renew({ epoch });
  return { body: { id: 'password' } };
}

/** One's open sessions, the latest first. */
export async function listOwnSessions({ actor, session, auth, clock }: Context): Promise<Answer<OwnSessionRow[]>> {
  const { rows } = await auth.pool.query<Omit<OwnSessionRow, 'isCurrent'> & { sid: string }>(
    `select s.id, s.sid, s.opened_at as "openedAt", s.seen_at as "lastSeenAt", s.browser
     from sessions s
     where s.account_id = $1 and s.epoch = $2 and s.expire > $3
     order by s.seen_at desc, s.id
     limit 100`,
    [actor.accountId, session.account.epoch, clock.now()],
  );
  return { body: rows.map(({ sid, ...row }) => ({ ...row, isCurrent: sid === session.hashedSid() })) };
}

export async function endOwnSession(
  { actor, auth, requestId }: Context,
  { params }: { params: { id: string } },
): Promise<Answer<{ id: string }>> {
  await inTransaction(auth.pool, async (client) => {
    const { rowCount } = await client.query('delete from sessions where id = $1 and account_id = $2', [
      params.id,
      actor.accountId,
    ]);
    if (rowCount !== 1) throw notFound();
    await appendAsAuth(client, { operation: 'endOwnSession', ...done(actor, requestId) });
  });
  return { body: { id: params.id } };
}

/** Ends every session but this one. */
export async function endOtherSessions({ actor, session, auth, requestId }: Context): Promise<Answer<{ id: string }>> {
  await inTransaction(auth.pool, async (client) => {
    await client.query('delete from sessions where account_id = $1 and sid <> $2', [
      actor.accountId,
      session.hashedSid(),
    ]);
    await appendAsAuth(client, { operation: 'endOtherSessions', ...done(actor, requestId) });
  });
  return { body: { id: 'others' } };
}
