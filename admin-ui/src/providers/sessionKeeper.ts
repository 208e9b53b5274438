/**
 * Between the requests that meet an expired session and the dialogue that asks for the password again. All the requests
 * refused meanwhile wait for the same answer.
 */
let waiting: ((renewed: boolean) => void)[] = [];
let listener: ((open: boolean) => void) | undefined;

/** Waits until the person has signed in again; false when she gave up, or when no dialogue is there to ask. */
export function renewSession(): Promise<boolean> {
  if (listener === undefined) return Promise.resolve(false);
  listener(true);
  return new Promise((resolve) => {
    waiting.push(resolve);
  });
}

/** Lets every waiting request go on (true) or fail (false). */
export function settleSession(renewed: boolean): void {
  const resolvers = waiting;
  waiting = [];
  listener?.(false);
  for (const resolve of resolvers) resolve(renewed);
}

/** Registers the dialogue; returns the function that withdraws it. */
export function onSessionExpired(next: (open: boolean) => void): () => void {
  listener = next;
  return () => {
    listener = undefined;
    settleSession(false);
  };
}
