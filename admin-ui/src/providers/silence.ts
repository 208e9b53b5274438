/** How long an answer is waited for, then the rest of it: longer than the slowest statement is let run (fifteen seconds). */
export const SILENCE_MS = 30_000;

/** For what is reckoned over every file, or is large: of what goes up, nothing is heard until it has arrived. */
export const LONG_SILENCE_MS = 10 * 60_000;

export interface Listening {
  /** Aborted by whoever asked, or once nothing was heard for too long. */
  readonly signal: AbortSignal;
  /** Something was heard: the wait begins again. */
  heard(): void;
  end(): void;
}

/**
 * Gives up a request that is not answered. A connection that dies in a tunnel refuses nothing and never ends: the form that
 * was sent through it would be « being saved » for ever, and the draft behind it never kept.
 */
export function listenFor(silenceMs: number, asker: AbortSignal | undefined): Listening {
  const controller = new AbortController();
  const giveUp = (): void => controller.abort();
  let timer = setTimeout(giveUp, silenceMs);
  if (asker?.aborted === true) giveUp();
  asker?.addEventListener('abort', giveUp);
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, silenceMs);
    },
    end: () => {
      clearTimeout(timer);
      asker?.removeEventListener('abort', giveUp);
    },
  };
}
