const listeners = new Set<() => void>();

/** Calls back when whoever is signed in leaves, and before somebody signs in at the door. */
export function onDeparture(listener: () => void): void {
  listeners.add(listener);
}

/** The page stays, and is for whoever comes next: nothing that was typed in it before may be sent under that name. */
export function tellDeparture(): void {
  for (const listener of listeners) listener();
}
