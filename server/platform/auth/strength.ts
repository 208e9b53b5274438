import type { Request } from 'express';
import type { AccountAtDoor } from './accountAtDoor.ts';
import type { Auth } from './auth.ts';
import { openSession } from './ownSession.ts';

/**
 * What a sign-in proved: as much as a password, or two factors. Whoever proved as much as a password still owes the
 * code that her account asks of everybody who comes with a password.
 */
export type Strength = 'PASSWORD_EQUIVALENT' | 'TWO_FACTORS';

export interface Proven {
  readonly account: AccountAtDoor;
  readonly strength: Strength;
  /** Of an identity provider: kept with the session, to end the provider's own when this one is ended. */
  readonly idToken: string;
}

/**
 * Opens the session of who was recognised by an identity provider. Two factors there are one shown here, now; anything
 * less leaves the session incomplete until she shows a code here, or enrols her authenticator.
 */
export function openProven(request: Request, auth: Auth, { account, strength, idToken }: Proven): Promise<void> {
  const factorAt = strength === 'TWO_FACTORS' ? auth.clock.now() : undefined;
  return openSession(request, auth, { account, factorAt, provider: { strength, idToken } });
}
