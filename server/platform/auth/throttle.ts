import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../http/problem.ts';

const PASSWORDS = { perAccount: 10, perAddress: 100, seconds: 900 } as const;
const CODES = { perAccount: 5, seconds: 300 } as const;

/** Kept in PostgreSQL, so a restart forgives nothing; counted in one statement, so twenty at once count twenty. */
function limiter(pool: pg.Pool, keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'sign_in_limits',
    tableCreated: true,
    keyPrefix,
    points,
    duration,
    insuranceLimiter: new RateLimiterMemory({ points, duration }),
  });
}

export interface Attempt {
  readonly email: string;
  readonly address: string;
  /** The device that this account has signed in from before; undefined for a stranger. */
  readonly device: string | undefined;
}

export interface SignInThrottle {
  /** Counts one try before the password is looked at. @throws 429 */
  spend(attempt: Attempt): Promise<void>;
  /** Gives back what a right password cost: only what failed counts. */
  forgive(attempt: Attempt): Promise<void>;
  /** The same for somebody whose address is not in question: she is signed in already. */
  spendAccount(attempt: Attempt): Promise<void>;
  forgiveAccount(attempt: Attempt): Promise<void>;
  /** The same for an address alone. */
  spendAddress(address: string): Promise<void>;
}

/**
 * Bounds the guessing of passwords. Strangers share one budget per account, wherever they come from: fifty addresses
 * guess no faster than one. Whoever comes back from a device of her own has another budget, so that strangers never
 * lock her out. An account that does not exist is counted like any other.
 */
export function signInThrottle(pool: pg.Pool, factor: number): SignInThrottle {
  const byAddress = limiter(pool, 'address', PASSWORDS.perAddress * factor, PASSWORDS.seconds);
  const byAccount = limiter(pool, 'account', PASSWORDS.perAccount * factor, PASSWORDS.seconds);
  const keyOf = ({ email, device }: Attempt): string =>
    createHash('sha256')
      .update(`${email.toLowerCase().trim()}|${device ?? 'strangers'}`)
      .digest('base64url');
  const spendAddress = (address: string): Promise<void> =>
    consume(byAddress, address, 'too_many_sign_ins', 'de connexion');
  const spendAccount = (attempt: Attempt): Promise<void> =>
    consume(byAccount, keyOf(attempt), 'too_many_sign_ins', 'de connexion');
  const forgiveAccount = async (attempt: Attempt): Promise<void> => {
    await byAccount.reward(keyOf(attempt), 1);
  };
  return {
    spendAddress,
    spendAccount,
    forgiveAccount,
    async spend(attempt) {
      await spendAddress(attempt.address);
      await spendAccount(attempt);
    },
    async forgive(attempt) {
      await forgiveAccount(attempt);
      // A whole prefecture signs in from one address each morning.
      await byAddress.reward(attempt.address, 1);
    },
  };
}

export interface CodeBudget {
  /** Counts one code before it is looked at. @throws 429 */
  spend(accountId: string): Promise<void>;
  forgive(accountId: string): Promise<void>;
}

/** Bounds the guessing of codes, by whoever knows the password: a million codes at five per five minutes are two years. */
export function codeBudget(pool: pg.Pool, factor: number): CodeBudget {
  const codes = limiter(pool, 'code', CODES.perAccount * factor, CODES.seconds);
  return {
    spend: (accountId) => consume(codes, accountId, 'too_many_codes', 'de code'),
    async forgive(accountId) {
      await codes.reward(accountId, 1);
    },
  };
}

async function consume(limit: RateLimiterPostgres, key: string, code: string, what: string): Promise<void> {
  try {
    await limit.consume(key);
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    throw tooMany(refused as RateLimiterRes, code, what);
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes, code: string, what: string): Problem {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const minutes = Math.ceil(seconds / 60);
  return new Problem({
    status: 429,
    code,
    title: 'Trop d’essais',
    detail: `Trop d’essais ${what}. Réessayez dans ${minutes} minute${minutes > 1 ? 's' : ''}.`,
    retryAfterSeconds: seconds,
  });
}
