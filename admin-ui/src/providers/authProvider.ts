import type { AuthProvider, UserIdentity } from 'react-admin';
import type { SessionView, SignedOut } from '../../../server/contract/session.ts';
import { ApiError } from './apiError.ts';
import { ask, askAs } from './ask.ts';
import { tellDeparture } from './departure.ts';
import { tellOtherTabs } from './sessionWatch.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator, or a recovery code; asked for after a right password. */
  readonly code?: string;
}

export interface Identity extends UserIdentity {
  readonly session: SessionView;
}

let session: Promise<SessionView> | undefined;

/** The session as the server tells it, asked once: permissions are its word, never a guess of the interface. */
export function currentSession(): Promise<SessionView> {
  session ??= ask<SessionView>('/session', { withoutSession: true }).then(
    ({ data }) => {
      askAs(data.user.id);
      return data;
    },
    (error: unknown) => {
      session = undefined;
      throw error;
    },
  );
  return session;
}

/** Opens a session. @throws ApiError with the server's sentence when refused. */
export async function signIn(credentials: Credentials): Promise<SessionView> {
  await ask('/session', { method: 'POST', body: credentials, withoutSession: true });
  session = undefined;
  askAs(undefined);
  tellOtherTabs();
  return currentSession();
}

async function signOut(): Promise<void> {
  tellDeparture();
  session = undefined;
  askAs(undefined);
  const answer = await ask<SignedOut>('/session', { method: 'DELETE', withoutSession: true }).catch(() => undefined);
  tellOtherTabs();
  // Whoever came through a provider leaves there too; it sends her back here.
  if (answer?.data.endSessionUrl !== undefined) window.location.assign(answer.data.endSessionUrl);
}

export const authProvider: AuthProvider = {
  login: async (credentials: Credentials) => {
    tellDeparture();
    await signIn(credentials);
  },
  logout: signOut,
  checkAuth: async () => {
    await currentSession();
  },
  // 403 and 404 are answers. A 401 comes here only when the person declined to sign in again.
  checkError: (error: { status?: number }) =>
    error.status === 401 ? Promise.reject(Object.assign(new Error(), { message: false })) : Promise.resolve(),
  getIdentity: async (): Promise<Identity> => {
    const { user, ...rest } = await currentSession();
    return { id: user.id, fullName: user.displayName, session: { user, ...rest } };
  },
  // Nobody is signed in on the page of a link, nor at the door: that is an answer. Refused, it would be asked three times
  // more, and the page thrown to the door with what was being typed.
  getPermissions: async () =>
    currentSession().then(
      ({ permissions }) => permissions,
      (error: unknown) => {
        if (error instanceof ApiError && error.status === 401) return [];
        throw error;
      },
    ),
};
