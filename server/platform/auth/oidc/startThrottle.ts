import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { Problem } from '../../http/problem.ts';

const STARTS = 300;
const WITHIN_SECONDS = 900;

/** Each start writes a row before anybody is known: an address may begin as many as a large office in the morning. */
export function startThrottle(pool: pg.Pool, factor: number): (address: string) => Promise<void> {
  const limits = { points: STARTS * factor, duration: WITHIN_SECONDS };
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'sign_in_limits',
    tableCreated: true,
    keyPrefix: 'oidc-start',
    ...limits,
    insuranceLimiter: new RateLimiterMemory(limits),
  });
  return async (address) => {
    await limiter.consume(address).catch((refused: unknown) => {
      if (refused instanceof Error) throw refused;
      throw new Problem({
        status: 429,
        code: 'too_many_sign_ins',
        title: 'Trop d’essais',
        detail: 'Trop de connexions ont été commencées depuis cette adresse. Réessayez dans quelques minutes.',
        retryAfterSeconds: WITHIN_SECONDS,
      });
    });
  };
}
