/** Once the first screen has been there for a while, so that nothing of it waits. */
const QUIET_MS = 15_000;

/**
 * Brings the pieces of the other screens into the browser's cache while the network is there. A browser asks only once for
 * the code of a screen: a network that fails at that moment would leave the screen out until the page is loaded anew. Not for
 * whoever pays by the byte and said so to her browser.
 */
export function fetchAhead(): () => void {
  const saves = (navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData === true;
  const left = saves ? [] : (document.querySelector<HTMLMetaElement>('meta[name=pieces]')?.content.split(' ') ?? []);
  let isStopped = false;

  const bring = async (): Promise<void> => {
    for (let piece = left[0]; piece !== undefined && !isStopped; piece = left[0]) {
      try {
        const answer = await fetch(piece, { priority: 'low', credentials: 'same-origin' });
        // The program has changed since the page was loaded: its pieces are others.
        if (!answer.ok) return;
        await answer.arrayBuffer();
      } catch {
        // Not heard: the rest is for later.
        wait();
        return;
      }
      left.shift();
    }
  };
  let timer: number | undefined;
  const wait = (): void => void (timer = window.setTimeout(() => void bring(), QUIET_MS));
  if (left.length > 0) wait();
  return () => {
    isStopped = true;
    window.clearTimeout(timer);
  };
}
