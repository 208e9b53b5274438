import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { deriveKey } from '../database/keys.ts';
import { codeBudget, signInThrottle, type CodeBudget, type SignInThrottle } from './throttle.ts';

/** What signing in is made of: its own way to the database, which reaches no file, its keys, its limits, the clock. */
export interface Auth {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly keys: { readonly secondFactor: Buffer; readonly knownDevice: Buffer; readonly draft: Buffer };
  readonly throttle: SignInThrottle;
  readonly codes: CodeBudget;
  /** Whether accounts of the demo sign in with one step; false everywhere but in the demo. */
  readonly oneStepForDemo: boolean;
}

export interface AuthGiven {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly secretKey: string;
  /** Widens the limits, for load tests. */
  readonly factor: number;
  readonly oneStepForDemo: boolean;
}

export function makeAuth({ pool, clock, secretKey, factor, oneStepForDemo }: AuthGiven): Auth {
  return {
    pool,
    clock,
    keys: {
      secondFactor: deriveKey(secretKey, 'second-factor'),
      knownDevice: deriveKey(secretKey, 'known-device'),
      draft: deriveKey(secretKey, 'draft'),
    },
    throttle: signInThrottle(pool, factor),
    codes: codeBudget(pool, factor),
    oneStepForDemo,
  };
}
