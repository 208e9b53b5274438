const listeners = new Set<() => void>();
let departures = 0;

/** Calls back when whoever is signed in leaves, and before somebody signs in at the door. */
export function onDeparture(listener: () => void): void {
  listeners.add(listener);
}

/** The page stays, and is for whoever comes next: nothing that was typed in it before may be sent under that name. */
export function tellDeparture(): void {
  departures += 1;
  for (const listener of listeners) listener();
}

/** For what is to be sent after a wait: whether it is still she, of now, who is on the page then. */
export function whoIsHere(): () => boolean {
  const before = departures;
  return () => departures === before;
}
