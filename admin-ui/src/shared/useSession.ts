import { createContext, useContext } from 'react';
import type { Action } from '../../../server/contract/labels.ts';
import type { SessionView } from '../../../server/contract/session.ts';

export const SessionContext = createContext<SessionView | undefined>(undefined);

/** Who is signed in, and the civil day that the server counts as today. Only inside the layout, where there is one. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession outside of a signed-in screen');
  return session;
}

/** Whether the server grants this action to the session. Screens ask this, never the role. */
export function useMay(): (action: Action) => boolean {
  const { permissions } = useSession();
  return (action) => permissions.includes(action);
}
