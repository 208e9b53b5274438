import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import type { AccountAtDoor } from './accountAtDoor.ts';
import type { Auth } from './auth.ts';
import { browserName } from './browserName.ts';
import { FRESH_MS } from './secondFactor.ts';
import type { Strength } from './strength.ts';

declare module 'express-session' {
  interface SessionData {
    strength?: Strength;
    idToken?: string;
    /** What is given for a session is given under this key: it stays when the identifier changes, and ends with it. */
    key?: string;
  }
}

/** What a request knows of the sign-in that carries it. */
export interface SignedIn {
  readonly account: AccountAtDoor;
  /** Last time that a second factor was shown in this session. */
  readonly factorAt: number | undefined;
  /** Whether it may do anything but enrol a second factor. */
  readonly isComplete: boolean;
  /** Of the demo, in a demo: one step is a whole sign-in. */
  readonly isOneStep: boolean;
}

/**
 * A sign-in is complete when a second factor was shown in it. Accounts of the demo, in a demo, sign in with one step.
 */
export function signedInAs(
  account: AccountAtDoor,
  factorAt: number | undefined,
  { oneStepForDemo }: Pick<Auth, 'oneStepForDemo'>,
): SignedIn {
  const isOneStep = oneStepForDemo && account.isDemo;
  return { account, factorAt, isComplete: factorAt !== undefined || isOneStep, isOneStep };
}

export type SignedInRequest = Request & { signedIn?: SignedIn };

export interface Opened {
  readonly account: AccountAtDoor;
  readonly factorAt?: Date | undefined;
  /** When an identity provider said who she is. No access or refresh token is kept. */
  readonly provider?: { readonly strength: Strength; readonly idToken: string };
}

/** Opens a session for somebody who has shown who she is, under a new identifier: one fixed beforehand is worth nothing. */
export async function openSession(
  request: Request,
  auth: Auth,
  { account, factorAt, provider }: Opened,
): Promise<void> {
  await callback((done) => request.logIn(account.actor as never, done));
  const { session } = request;
  session.epoch = account.epoch;
  session.openedAt = auth.clock.now().getTime();
  session.key = randomBytes(32).toString('base64url');
  if (factorAt !== undefined) session.factorAt = factorAt.getTime();
  Object.assign(session, provider);
  const browser = browserName(request.get('User-Agent'));
  if (browser !== undefined) session.browser = browser;
  // A browser follows a redirection before the answer has ended: what was proven must be kept by then.
  await callback((done) => session.save(done));
  (request as SignedInRequest).signedIn = signedInAs(account, factorAt?.getTime(), auth);
}

/** The same session under a new identifier, after a second factor was shown or a password changed; it ends when it would have. */
export async function renewSession(
  request: Request,
  auth: Auth,
  changes: { readonly factorAt?: Date; readonly epoch?: number },
): Promise<void> {
  const { passport, epoch, openedAt, factorAt, browser, strength, idToken, key } = request.session;
  await callback((done) => request.session.regenerate(done));
  Object.assign(request.session, {
    ...(passport === undefined ? {} : { passport }),
    epoch: changes.epoch ?? epoch,
    openedAt,
    ...(key === undefined ? {} : { key }),
    ...(browser === undefined ? {} : { browser }),
    ...(strength === undefined ? {} : { strength }),
    // Else she would leave here, and stay signed in at the provider.
    ...(idToken === undefined ? {} : { idToken }),
    ...(changes.factorAt === undefined && factorAt === undefined
      ? {}
      : { factorAt: changes.factorAt?.getTime() ?? factorAt }),
  });
  await callback((done) => request.session.save(done));
  const signed = request as SignedInRequest;
  if (signed.signedIn !== undefined)
    signed.signedIn = signedInAs(signed.signedIn.account, request.session.factorAt, auth);
}

export async function endSession(request: Request): Promise<void> {
  await callback((done) => request.session.destroy(done));
}

/** Whether the second factor was shown lately enough for what asks it anew. */
export function freshUntil(factorAt: number | undefined, now: Date): Date | undefined {
  if (factorAt === undefined || factorAt + FRESH_MS <= now.getTime()) return undefined;
  return new Date(factorAt + FRESH_MS);
}

function callback(work: (done: (error?: unknown) => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => (error === null || error === undefined ? resolve() : reject(error as Error)));
  });
}
