import { Router, type Request, type RequestHandler } from 'express';
import { z } from 'zod';
import { linkIdentityInput, startIdentityInput, type IdentityRow, type Redirection } from '../../contract/identity.ts';
import { appendAsAuth, type SessionEntry } from '../../platform/audit/append.ts';
import { accountById } from '../../platform/auth/accountAtDoor.ts';
import type { Auth } from '../../platform/auth/auth.ts';
import { forgetTicket, giveTicket, readTicket } from '../../platform/auth/oidc/flowCookie.ts';
import { invitationHash, type Identities } from '../../platform/auth/oidc/identities.ts';
import type { FlowPurpose, FlowSecrets, PendingFlows } from '../../platform/auth/oidc/pendingFlows.ts';
import type { IdentityProvider } from '../../platform/auth/oidc/provider.ts';
import { refusal } from '../../platform/auth/oidc/refusals.ts';
import { freshUntil, type SignedIn } from '../../platform/auth/ownSession.ts';
import { passwordMatches, TooBusy } from '../../platform/auth/passwords.ts';
import { hashedSid } from '../../platform/auth/sessionStore.ts';
import { openProven, type Proven } from '../../platform/auth/strength.ts';
import type { Logger } from '../../platform/logger.ts';
import { conflict, forbidden, freshFactorNeeded, notFound, Problem, unfit } from '../../platform/http/problem.ts';
import { actorOf, requestIdOf, signedInOf } from '../../platform/http/route.ts';
import { errorsByField } from '../../platform/http/zodErrors.ts';
import { finishAtProvider, requireInvited } from './finishAtProvider.ts';
import { isOwnState, readCallback } from './readCallback.ts';
import { noteRefusal, showRefusal } from './showRefusal.ts';

export interface IdentityDependencies {
  /** Undefined when no provider is configured: its operations are then not found. */
  readonly identityProvider: IdentityProvider | undefined;
  readonly identities: Identities;
  readonly pendingFlows: PendingFlows;
  readonly auth: Auth;
  readonly startThrottle: (address: string) => Promise<void>;
  readonly logger: Logger;
}

/** Signing in through an identity provider: before anybody is known, so outside the declared routes. */
export function identityRouter(dependencies: IdentityDependencies): Router {
  const router = Router();
  router.post('/session/oidc', startSignIn(dependencies));
  router.get('/session/oidc/callback', comeBack(dependencies), noteRefusal(dependencies.logger), showRefusal);
  router.get('/session/identities', listOwn(dependencies));
  router.post('/session/identities', startLink(dependencies));
  router.delete('/session/identities/:id', unlinkOwn(dependencies));
  return router;
}

function startSignIn(dependencies: IdentityDependencies): RequestHandler {
  return async (request, response) => {
    const provider = configured(dependencies);
    const { invitation } = readBody(startIdentityInput, request);
    await dependencies.startThrottle(request.ip ?? '');
    const purpose = await purposeOf(dependencies, invitation);
    response.json(await sendToProvider(dependencies, provider, purpose, [request, response]));
  };
}

async function purposeOf({ identities }: IdentityDependencies, token: string | undefined): Promise<FlowPurpose> {
  if (token === undefined) return { kind: 'SIGN_IN' };
  const invitation = invitationHash(token);
  await requireInvited(identities, invitation);
  return { kind: 'INVITATION', invitation };
}

/**
 * The first link is made by the person herself, who proves again that she is not only somebody at her desk: with her
 * password, and a fresh code, since an identity that proves two factors will spare its bearer the code.
 */
function startLink(dependencies: IdentityDependencies): RequestHandler {
  return async (request, response) => {
    const { accountId } = actorOf(request);
    const provider = configured(dependencies);
    const { password } = readBody(linkIdentityInput, request);
    const { auth } = dependencies;
    const signedIn = signedInOf(request);
    if (freshUntil(signedIn.factorAt, auth.clock.now()) === undefined) throw freshFactorNeeded();
    await provePassword(auth, signedIn, hashedSid(request.sessionID), password).catch(async (error: unknown) => {
      await leave(auth, { operation: 'linkIdentity', outcome: 'REFUSED', accountId }, response);
      throw error;
    });
    const purpose: FlowPurpose = { kind: 'LINK', accountId };
    response.json(await sendToProvider(dependencies, provider, purpose, [request, response]));
  };
}

async function provePassword(
  { throttle }: Auth,
  { account }: SignedIn,
  session: string,
  password: string,
): Promise<void> {
  const attempt = { email: account.email, address: '', device: `session ${session}` };
  await throttle.spendAccount(attempt);
  if (!(await passwordMatches(account.passwordHash, password).catch(sayBusy)))
    throw forbidden('wrong_password', 'Mot de passe incorrect.');
  await throttle.forgiveAccount(attempt);
}

function leave(
  { pool }: Auth,
  entry: Omit<SessionEntry, 'requestId'>,
  response: Parameters<RequestHandler>[1],
): Promise<void> {
  return appendAsAuth(pool, { ...entry, requestId: requestIdOf(response) });
}

function sayBusy(error: unknown): never {
  if (!(error instanceof TooBusy)) throw error;
  throw new Problem({
    status: 503,
    code: 'busy',
    title: 'Service occupé',
    detail: 'Trop de connexions en même temps. Réessayez dans un instant.',
    retryAfterSeconds: 2,
  });
}

async function sendToProvider(
  { pendingFlows }: IdentityDependencies,
  provider: IdentityProvider,
  purpose: FlowPurpose,
  [request, response]: [Request, Parameters<RequestHandler>[1]],
): Promise<Redirection> {
  const { ticket, secrets } = await pendingFlows.begin(purpose);
  const redirectTo = await provider.authorizationUrl(secrets);
  giveTicket(request, response, ticket);
  return { redirectTo };
}

/** What the provider sends back: the right browser, once, then everything that it says is verified. */
function comeBack(dependencies: IdentityDependencies): RequestHandler {
  return async (request, response) => {
    const provider = configured(dependencies);
    const callback = readCallback(request.query);
    const ticket = readTicket(request);
    if (ticket === undefined) throw refusal('oidc_flow_unknown');
    const secrets = dependencies.pendingFlows.secretsOf(ticket);
    if (!isOwnState(callback, secrets)) throw refusal('oidc_state_mismatch');
    // From here on the ticket has served, whatever comes out of it.
    forgetTicket(request, response);
    const purpose = await dependencies.pendingFlows.end(ticket);
    if (purpose === undefined) throw refusal('oidc_flow_unknown');
    const { auth } = dependencies;
    const operation = purpose.kind === 'LINK' ? 'linkIdentity' : 'identitySignIn';
    const asked = purpose.kind === 'LINK' ? { accountId: purpose.accountId } : {};
    const recognised = await recognise(dependencies, provider, { purpose, callback, secrets }).catch(
      async (error: unknown) => {
        // Only here: an answer without a ticket of ours costs nothing to send, and would fill the trail.
        await leave(auth, { operation, outcome: 'REFUSED', ...asked }, response);
        throw error;
      },
    );
    const { accountId } = recognised.account.actor;
    // Before the session is opened: a sign-in without a trace does not happen.
    await leave(auth, { operation, outcome: 'DONE', accountId }, response);
    if (purpose.kind !== 'LINK') await openProven(request, auth, recognised);
    response.redirect(303, '/');
  };
}

interface Returned {
  readonly purpose: FlowPurpose;
  readonly callback: URLSearchParams;
  readonly secrets: FlowSecrets;
}

/** The account that an answer of the provider opens, or is linked to, and what was proven there. */
async function recognise(
  { auth, identities }: IdentityDependencies,
  provider: IdentityProvider,
  { purpose, callback, secrets }: Returned,
): Promise<Proven> {
  const identity = await provider.recognise(callback, secrets);
  const accountId = await finishAtProvider(identities, purpose, identity);
  const account = await accountById(auth.pool, accountId);
  if (account === undefined) throw refusal('identity_unknown');
  return { account, strength: identity.strength, idToken: identity.idToken };
}

function listOwn({ identities }: IdentityDependencies): RequestHandler {
  return async (request, response) => {
    const rows: IdentityRow[] = await identities.listOf(actorOf(request).accountId);
    response.json(rows);
  };
}

function unlinkOwn({ auth, identities }: IdentityDependencies): RequestHandler {
  return async (request, response) => {
    const { accountId } = actorOf(request);
    const id = z.uuid().safeParse(request.params['id']);
    const linked = await identities.listOf(accountId);
    if (!id.success || !linked.some((one) => one.id === id.data)) throw notFound();
    const { passwordHash } = await identities.credentialsOf(accountId);
    if (linked.length === 1 && passwordHash === null)
      throw conflict(
        'last_way_in',
        'Sans cette identité, plus rien n’ouvrirait votre compte\u00a0: elle y reste liée.',
      );
    await leave(auth, { operation: 'unlinkIdentity', outcome: 'DONE', accountId }, response);
    await identities.unlink(accountId, id.data);
    response.json({ id: id.data });
  };
}

function configured({ identityProvider }: IdentityDependencies): IdentityProvider {
  if (identityProvider === undefined) throw notFound();
  return identityProvider;
}

function readBody<T>(schema: z.ZodType<T>, request: Request): T {
  const result = schema.safeParse(request.body ?? {});
  if (result.success) return result.data;
  throw unfit('body_does_not_fit', 'Certaines informations sont à corriger.', errorsByField(result.error));
}
