/**
 * Between the requests that need a fresh code and the dialogue that asks for it: the request waits, the code is shown to
 * the server, the request is sent once more.
 */
let waiting: ((renewed: boolean) => void)[] = [];
let listener: ((open: boolean) => void) | undefined;

/** Waits until a code was accepted; false when the person gave up, or when no dialogue is there to ask. */
export function renewFactor(): Promise<boolean> {
  if (listener === undefined) return Promise.resolve(false);
  listener(true);
  return new Promise((resolve) => {
    waiting.push(resolve);
  });
}

/** Lets every waiting request go on (true) or fail (false). */
export function settleFactor(renewed: boolean): void {
  const resolvers = waiting;
  waiting = [];
  listener?.(false);
  for (const resolve of resolvers) resolve(renewed);
}

/** Registers the dialogue; returns the function that withdraws it. */
export function onFactorNeeded(next: (open: boolean) => void): () => void {
  listener = next;
  return () => {
    listener = undefined;
    settleFactor(false);
  };
}
