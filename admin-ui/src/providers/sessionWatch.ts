import { ask } from './ask.ts';

const CHANNEL = 'jalon-session';

/** Tells the other tabs that somebody signed in or out here: one browser has one session. Nothing personal is sent. */
export function tellOtherTabs(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/**
 * Loads the page anew when this tab shows somebody else than who is signed in: acting under another’s name without
 * seeing it would write the wrong name in a history. Looks when another tab says so, and when this one is seen again.
 * Signed out, nothing is done: what was typed stays until the password is asked again.
 */
export function watchSession(shownUserId: string): () => void {
  const look = async (): Promise<void> => {
    const answer = await ask<{ user: { id: string } }>('/session', { withoutSession: true }).catch(() => undefined);
    if (answer !== undefined && answer.data.user.id !== shownUserId) window.location.reload();
  };
  const whenSeen = (): void => void (document.visibilityState === 'visible' && look());
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);
  channel?.addEventListener('message', () => void look());
  document.addEventListener('visibilitychange', whenSeen);
  return () => {
    channel?.close();
    document.removeEventListener('visibilitychange', whenSeen);
  };
}
