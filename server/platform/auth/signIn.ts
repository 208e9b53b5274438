import type { RequestHandler } from 'express';
import session from 'express-session';
import passportModule from 'passport';
import type pg from 'pg';
import type { Actor } from '../../domain/access/actor.ts';
import type { Clock } from '../clock.ts';
import { deriveKey } from '../database/keys.ts';
import { accountByEmail, accountById, type AccountAtDoor } from './accountAtDoor.ts';
import type { Auth } from './auth.ts';
import { signedInAs, type SignedInRequest } from './ownSession.ts';
import { hashPassword, isOutdated, passwordMatches } from './passwords.ts';
import { IDLE_MS, SessionStore } from './sessionStore.ts';

/** Whose password it is; undefined after the same work when it is nobody's, an unknown account's or a disabled one's. */
export async function accountOfPassword(
  pool: pg.Pool,
  { email, password }: { email: string; password: string },
): Promise<AccountAtDoor | undefined> {
  const account = await accountByEmail(pool, email);
  const matches = await passwordMatches(account?.passwordHash, password);
  return matches ? account : undefined;
}

/** A hash of other times is made again while the password is at hand. */
export async function renewOutdatedHash(pool: pg.Pool, account: AccountAtDoor, password: string): Promise<void> {
  const { passwordHash, actor } = account;
  if (passwordHash === null || !isOutdated(passwordHash)) return;
  // Unless it was changed meanwhile: the password at hand is then a former one.
  await pool.query('update accounts set password_hash = $3 where id = $1 and password_hash = $2', [
    actor.accountId,
    passwordHash,
    await hashPassword(password),
  ]);
}

/** Who somebody is now, outside of any request; undefined when she is gone or disabled. */
export async function loadActor(pool: pg.Pool, accountId: string): Promise<Actor | undefined> {
  return (await accountById(pool, accountId))?.actor;
}

export type PassportInstance = InstanceType<typeof passportModule.Passport>;

/** Passport, for the account of a session. */
export function makePassport(auth: Auth): PassportInstance {
  const passport = new passportModule.Passport();
  passport.serializeUser((user, done) => done(null, (user as unknown as Actor).accountId));
  // Read again at each request: a change of rights, the end of an account or of its sign-ins, counts at once.
  passport.deserializeUser((request: SignedInRequest, id: string, done: (error: unknown, user?: false) => void) => {
    accountById(auth.pool, id).then((account) => {
      const isCurrent = account !== undefined && account.epoch === request.session.epoch;
      if (isCurrent) request.signedIn = signedInAs(account, request.session.factorAt, auth);
      done(null, isCurrent ? (account.actor as never) : false);
    }, done);
  });
  return passport;
}

export const SESSION_COOKIE = 'jalon';
export const SECURE_SESSION_COOKIE = '__Host-jalon';

/** The session cookie: HttpOnly, SameSite, and under its stricter name when the request came by https. */
export function sessionMiddleware(
  pool: pg.Pool,
  clock: Clock,
  secretKey: string,
): { middleware: RequestHandler; close: () => void } {
  // One store each: express-session hangs the options of its cookie on the store that it is given.
  const stores = [new SessionStore(pool, clock), new SessionStore(pool, clock)] as const;
  const make = (name: string, secure: boolean): RequestHandler =>
    session({
      name,
      store: stores[secure ? 1 : 0],
      secret: deriveKey(secretKey, 'session').toString('base64url'),
      resave: false,
      saveUninitialized: false,
      rolling: true,
      proxy: true,
      cookie: { httpOnly: true, sameSite: 'strict', path: '/', secure, maxAge: IDLE_MS },
    });
  const plain = make(SESSION_COOKIE, false);
  const overHttps = make(SECURE_SESSION_COOKIE, true);
  return {
    middleware: (request, response, next) => (request.secure ? overHttps : plain)(request, response, next),
    close: () => stores.forEach((store) => store.close()),
  };
}
