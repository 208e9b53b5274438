import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import session from 'express-session';
import passportModule from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Actor } from '../../domain/access/actor.ts';
import { ROLES } from '../../domain/access/roles.ts';
import { Problem } from '../http/problem.ts';
import { deriveKey } from '../database/keys.ts';
import { passwordMatches } from './passwords.ts';
import { sessionStore } from './sessionStore.ts';

interface AccountRow {
  id: string;
  password_hash: string | null;
  role: string;
  organisation_id: string;
  departments: string[];
  display_name: string;
}

const ACCOUNT = `select a.id, a.password_hash, a.role, a.organisation_id, a.departments, a.display_name from accounts a where a.disabled_at is null`;

function actorFrom(row: AccountRow): Actor {
  const role = ROLES.find((known) => known === row.role);
  if (role === undefined) throw new Error('An account has a role that this program does not know');
  return {
    accountId: row.id,
    role,
    organisationId: row.organisation_id,
    departments: row.departments,
    displayName: row.display_name,
  };
}

/** The account as it stands now; undefined when it is gone or disabled. */
export async function loadActor(pool: pg.Pool, accountId: string): Promise<Actor | undefined> {
  const { rows } = await pool.query<AccountRow>(`${ACCOUNT} and a.id = $1`, [accountId]);
  return rows[0] === undefined ? undefined : actorFrom(rows[0]);
}

export type PassportInstance = InstanceType<typeof passportModule.Passport>;

/** Passport with the local strategy. Wrong address and wrong password are the same answer, after the same work. */
export function makePassport(pool: pg.Pool): PassportInstance {
  const passport = new passportModule.Passport();
  passport.use(
    new LocalStrategy({ usernameField: 'email', passwordField: 'password' }, (email, password, done) => {
      void (async () => {
        const { rows } = await pool.query<AccountRow>(`${ACCOUNT} and a.email = $1`, [email.toLowerCase().trim()]);
        const matches = await passwordMatches(rows[0]?.password_hash, password);
        return matches && rows[0] !== undefined ? actorFrom(rows[0]) : false;
      })().then((actor) => done(null, actor), done);
    }),
  );
  passport.serializeUser((user, done) => done(null, (user as unknown as Actor).accountId));
  // Read again at each request: a change of rights, or the end of an account, counts at once.
  passport.deserializeUser((id: string, done) => {
    loadActor(pool, id).then((actor) => done(null, actor === undefined ? false : (actor as never)), done);
  });
  return passport;
}

export const SESSION_COOKIE = 'jalon';
export const SECURE_SESSION_COOKIE = '__Host-jalon';
const IDLE_MS = 30 * 60 * 1000;

/** The session cookie: HttpOnly, SameSite, and under its stricter name when the request came by https. */
export function sessionMiddleware(
  pool: pg.Pool,
  secretKey: string,
): { middleware: RequestHandler; close: () => Promise<void> } {
  // One store each: express-session hangs the options of its cookie on the store that it is given.
  const stores = [sessionStore(pool), sessionStore(pool)] as const;
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
    close: () => Promise.all(stores.map((store) => store.close())).then(() => undefined),
  };
}

/** Bounds guessing: per account and address, then per address. Kept in PostgreSQL, so a restart forgives nothing. */
export function signInThrottle(pool: pg.Pool, factor: number) {
  const make = (keyPrefix: string, points: number): RateLimiterPostgres =>
    new RateLimiterPostgres({
      storeClient: pool,
      tableName: 'sign_in_limits',
      tableCreated: true,
      keyPrefix,
      points: points * factor,
      duration: 900,
      insuranceLimiter: new RateLimiterMemory({ points: points * factor, duration: 900 }),
    });
  const byAccount = make('account', 10);
  const byAddress = make('address', 100);
  const keyOf = (email: string, address: string): string =>
    createHash('sha256').update(`${email.toLowerCase().trim()}|${address}`).digest('base64url');
  return {
    async spend(email: string, address: string): Promise<void> {
      try {
        await byAddress.consume(address);
        await byAccount.consume(keyOf(email, address));
      } catch (refused) {
        if (refused instanceof Error) throw refused;
        throw tooMany(refused as RateLimiterRes);
      }
    },
    async forgive(email: string, address: string): Promise<void> {
      await byAccount.delete(keyOf(email, address));
      // A whole prefecture signs in from one address each morning: only what failed counts against it.
      await byAddress.reward(address, 1);
    },
  };
}

function tooMany({ msBeforeNext }: RateLimiterRes): Problem {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const minutes = Math.ceil(seconds / 60);
  return new Problem({
    status: 429,
    code: 'too_many_sign_ins',
    title: 'Trop d’essais',
    detail: `Trop d’essais de connexion. Réessayez dans ${minutes} minute${minutes > 1 ? 's' : ''}.`,
    retryAfterSeconds: seconds,
  });
}
