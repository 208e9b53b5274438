import { randomBytes } from 'node:crypto';
import { Router, type RequestHandler } from 'express';
import { passwordLinkInput, signInInput, type InstanceView } from '../../contract/session.ts';
import { appendAsAuth } from '../../platform/audit/append.ts';
import type { AccountAtDoor } from '../../platform/auth/accountAtDoor.ts';
import type { Auth } from '../../platform/auth/auth.ts';
import { knownDevice, rememberDevice } from '../../platform/auth/knownDevice.ts';
import type { IdentityProvider } from '../../platform/auth/oidc/provider.ts';
import { endSession, openSession, signedInAs, type SignedInRequest } from '../../platform/auth/ownSession.ts';
import { TooBusy } from '../../platform/auth/passwords.ts';
import { choosePassword } from '../../platform/auth/passwordLinks.ts';
import { verifyCodeOrRecovery } from '../../platform/auth/secondFactor.ts';
import { accountOfPassword, renewOutdatedHash, type PassportInstance } from '../../platform/auth/signIn.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { Problem, unfit } from '../../platform/http/problem.ts';
import { requestIdOf, signedInOf } from '../../platform/http/route.ts';
import { errorsByField } from '../../platform/http/zodErrors.ts';
import { presentSession } from './presentSession.ts';

export interface SessionDependencies {
  readonly auth: Auth;
  readonly passport: PassportInstance;
  readonly database: Database;
  readonly clock: Clock;
  readonly instance: () => InstanceView;
  readonly cookieNames: readonly string[];
  readonly identityProvider: IdentityProvider | undefined;
}

/** Signing in and out: before anybody is known, so outside the declared routes. */
export function sessionRouter(dependencies: SessionDependencies): Router {
  const { auth, clock } = dependencies;
  const router = Router();
  router.get('/instance', (_request, response) => void response.json(dependencies.instance()));
  router.post('/session', signIn(dependencies));
  router.get(
    '/session',
    async (request, response) => void response.json(await presentSession(auth, clock, signedInOf(request))),
  );
  router.delete('/session', signOut(dependencies));
  router.post('/password-links', useLink(dependencies));
  return router;
}

function signIn({ auth, clock }: SessionDependencies): RequestHandler {
  return async (request, response) => {
    const body = signInInput.safeParse(request.body);
    if (!body.success)
      throw unfit('body_does_not_fit', 'Indiquez votre adresse et votre mot de passe.', errorsByField(body.error));
    const { email, password, code } = body.data;
    const requestId = requestIdOf(response);
    const attempt = { email, address: request.ip ?? '', device: knownDevice(auth, request, email) };
    await auth.throttle.spend(attempt);

    const whenRefused = async (error: unknown): Promise<never> => {
      if (error instanceof Problem && error.status === 401 && error.code !== 'code_required')
        await appendAsAuth(auth.pool, { operation: 'signIn', outcome: 'REFUSED', email, requestId });
      throw error;
    };
    const account = await showPassword(auth, { email, password }).catch(whenRefused);
    await auth.throttle.forgive(attempt);

    const { accountId } = account.actor;
    if (owesCode(auth, account, code)) {
      // Whoever tries a stolen password learns here that it is right: that leaves a trace, which is not a refusal.
      await appendAsAuth(auth.pool, { operation: 'signInPassword', outcome: 'DONE', accountId, requestId });
      throw refused('code_required', 'Saisissez le code de votre application de connexion.');
    }
    const factorAt = await showFactor(auth, account, code).catch(whenRefused);
    await renewOutdatedHash(auth.pool, account, password).catch(sayBusy);
    // Before the session is opened: a sign-in without a trace does not happen.
    await appendAsAuth(auth.pool, { operation: 'signIn', outcome: 'DONE', accountId, requestId });
    await openSession(request, auth, { account, factorAt });
    rememberDevice(auth, request, response, email);
    response.json(await presentSession(auth, clock, signedInAs(account, factorAt?.getTime(), auth)));
  };
}

/** Whose password it is. Throws 401. */
async function showPassword(auth: Auth, given: { email: string; password: string }): Promise<AccountAtDoor> {
  const account = await accountOfPassword(auth.pool, given).catch(sayBusy);
  if (account === undefined) throw refused('wrong_credentials', 'Adresse ou mot de passe incorrect.');
  return account;
}

const isGiven = (code: string | undefined): code is string => code !== undefined && code.trim() !== '';

/** Whether the code is to be asked now; never where nothing is enrolled yet, nor in the demo. */
function owesCode(auth: Auth, account: AccountAtDoor, code: string | undefined): boolean {
  return account.hasFactor && !isGiven(code) && !(auth.oneStepForDemo && account.isDemo);
}

/** When the second factor was shown; undefined where none is asked. Throws 401. */
async function showFactor(auth: Auth, account: AccountAtDoor, code: string | undefined): Promise<Date | undefined> {
  if (!account.hasFactor || !isGiven(code)) return undefined;
  if (!(await verifyCodeOrRecovery(auth, account.actor.accountId, code)))
    throw refused('wrong_code', 'Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant.');
  return auth.clock.now();
}

function refused(code: string, detail: string): Problem {
  return new Problem({ status: 401, code, title: 'Connexion refusée', detail });
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

function signOut({ auth, cookieNames, identityProvider }: SessionDependencies): RequestHandler {
  return async (request, response) => {
    const { signedIn } = request as SignedInRequest;
    if (signedIn !== undefined) {
      const { accountId } = signedIn.account.actor;
      const requestId = requestIdOf(response);
      await appendAsAuth(auth.pool, { operation: 'signOut', outcome: 'DONE', accountId, requestId });
    }
    const idToken = request.session?.idToken;
    if (request.session !== undefined) await endSession(request);
    for (const name of cookieNames)
      response.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'strict', secure: name.startsWith('__Host-') });
    // Whoever came through a provider leaves there too, or the next person at this desk would come in as her.
    const endSessionUrl =
      idToken === undefined
        ? undefined
        : await identityProvider?.endSessionUrl(idToken, randomBytes(32).toString('base64url'));
    response.json({ id: 'session', ...(endSessionUrl === undefined ? {} : { endSessionUrl }) });
  };
}

/** A link of invitation or of reset, and the password chosen with it: nobody is signed in by it. */
function useLink({ auth }: SessionDependencies): RequestHandler {
  return async (request, response) => {
    const body = passwordLinkInput.safeParse(request.body);
    if (!body.success) throw unfit('body_does_not_fit', 'Choisissez un mot de passe.', errorsByField(body.error));
    await auth.throttle.spendAddress(request.ip ?? '');
    await choosePassword(auth, { ...body.data, requestId: requestIdOf(response) }).catch(sayBusy);
    response.json({ id: 'password' });
  };
}
