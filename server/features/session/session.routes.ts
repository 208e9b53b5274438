import { randomBytes } from 'node:crypto';
import { Router, type Request, type RequestHandler } from 'express';
import { signInInput, type InstanceView, type SessionView } from '../../contract/session.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { ROLE_ACTIONS } from '../../domain/access/roles.ts';
import { TooBusy } from '../../platform/auth/passwords.ts';
import type { IdentityProvider } from '../../platform/auth/oidc/provider.ts';
import type { PassportInstance, signInThrottle } from '../../platform/auth/signIn.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { appendAsAuth } from '../../platform/audit/append.ts';
import { Problem, unfit } from '../../platform/http/problem.ts';
import { actorOf, requestIdOf } from '../../platform/http/route.ts';
import { errorsByField } from '../../platform/http/zodErrors.ts';

export interface SessionDependencies {
  readonly passport: PassportInstance;
  readonly throttle: ReturnType<typeof signInThrottle>;
  readonly database: Database;
  readonly clock: Clock;
  readonly instance: () => InstanceView;
  readonly cookieNames: readonly string[];
  readonly identityProvider: IdentityProvider | undefined;
}

/** Signing in and out: before anybody is known, so outside the declared routes. */
export function sessionRouter(dependencies: SessionDependencies): Router {
  const router = Router();
  router.get('/instance', (_request, response) => void response.json(dependencies.instance()));
  router.post('/session', signIn(dependencies));
  router.get(
    '/session',
    async (request, response) => void response.json(await presentSession(dependencies, actorOf(request))),
  );
  router.delete('/session', signOut(dependencies));
  return router;
}

function signIn(dependencies: SessionDependencies): RequestHandler {
  return async (request, response, next) => {
    const body = signInInput.safeParse(request.body);
    if (!body.success)
      throw unfit('body_does_not_fit', 'Indiquez votre adresse et votre mot de passe.', errorsByField(body.error));
    const address = request.ip ?? '';
    await dependencies.throttle.spend(body.data.email, address);
    request.body = body.data;
    const { authPool } = dependencies.database;
    const requestId = requestIdOf(response);
    const actor = await authenticate(dependencies.passport, request, response, next).catch(async (error: unknown) => {
      const { email } = body.data;
      if (error instanceof Problem && error.status === 401)
        await appendAsAuth(authPool, { operation: 'signIn', outcome: 'REFUSED', email, requestId });
      throw error;
    });
    // Before the session is opened: a sign-in without a trace does not happen.
    await appendAsAuth(authPool, { operation: 'signIn', outcome: 'DONE', accountId: actor.accountId, requestId });
    await logIn(request, actor);
    await dependencies.throttle.forgive(body.data.email, address);
    response.json(await presentSession(dependencies, actor));
  };
}

function authenticate(
  passport: PassportInstance,
  ...[request, response, next]: Parameters<RequestHandler>
): Promise<Actor> {
  return new Promise((resolve, reject) => {
    const verdict = (error: unknown, actor: Actor | false): void => {
      if (error instanceof TooBusy)
        reject(
          new Problem({
            status: 503,
            code: 'busy',
            title: 'Service occupé',
            detail: 'Trop de connexions en même temps. Réessayez dans un instant.',
            retryAfterSeconds: 2,
          }),
        );
      else if (error !== null && error !== undefined) reject(error as Error);
      else if (actor === false)
        reject(
          new Problem({
            status: 401,
            code: 'wrong_credentials',
            title: 'Connexion refusée',
            detail: 'Adresse ou mot de passe incorrect.',
          }),
        );
      else resolve(actor);
    };
    (passport.authenticate('local', { session: false }, verdict) as RequestHandler)(request, response, next);
  });
}

/** A new session at each sign-in (passport renews its identifier): one fixed beforehand by somebody else is worth nothing. */
function logIn(request: Request, actor: Actor): Promise<void> {
  return new Promise((resolve, reject) =>
    request.logIn(actor as never, (error: unknown) => (error ? reject(error as Error) : resolve())),
  );
}

function signOut({ cookieNames, database, identityProvider }: SessionDependencies): RequestHandler {
  return async (request, response) => {
    const { accountId } = (request as Request & { user?: Actor }).user ?? {};
    if (accountId !== undefined)
      await appendAsAuth(database.authPool, {
        operation: 'signOut',
        outcome: 'DONE',
        accountId,
        requestId: requestIdOf(response),
      });
    const idToken = request.session?.idToken;
    await new Promise<void>((resolve) => {
      if (request.session === undefined) resolve();
      else request.session.destroy(() => resolve());
    });
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

async function presentSession({ database, clock }: SessionDependencies, actor: Actor): Promise<SessionView> {
  const { rows } = await database.authPool.query<{ email: string; name: string; department: string | null }>(
    `select a.email, o.name, o.department from accounts a join organisations o on o.id = a.organisation_id where a.id = $1`,
    [actor.accountId],
  );
  return {
    user: { id: actor.accountId, email: rows[0]?.email ?? '', displayName: actor.displayName },
    role: actor.role,
    organisation: { id: actor.organisationId, name: rows[0]?.name ?? '', department: rows[0]?.department ?? null },
    departments: [...actor.departments],
    permissions: [...ROLE_ACTIONS[actor.role]],
    today: clock.today(),
  };
}
