import type { Request } from 'express';
import 'express-session';
import type { Actor } from '../../domain/access/actor.ts';

/**
 * What a sign-in proved: as much as a password, or two factors. Whoever proved as much as a password still owes the
 * code that her account asks of everybody who comes with a password.
 */
export type Strength = 'PASSWORD_EQUIVALENT' | 'TWO_FACTORS';

export interface Proven {
  readonly actor: Actor;
  readonly strength: Strength;
  /** Of an identity provider: kept with the session, to end the provider's own when this one is ended. */
  readonly idToken: string;
}

/** Opens the session of who was recognised by an identity provider. */
export type OpenSession = (request: Request, proven: Proven) => Promise<void>;

declare module 'express-session' {
  interface SessionData {
    strength?: Strength;
    idToken?: string;
  }
}

/** A new session, under a new identifier, that remembers what was proven. No access or refresh token is kept. */
export const openSession: OpenSession = async (request, { actor, strength, idToken }) => {
  await done((then) => request.logIn(actor as never, then));
  request.session.strength = strength;
  request.session.idToken = idToken;
  // A browser follows a redirection before the answer has ended: what was proven must be kept by then.
  await done((then) => request.session.save(then));
};

function done(work: (then: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) =>
    work((error) => (error === undefined || error === null ? resolve() : reject(error as Error))),
  );
}
