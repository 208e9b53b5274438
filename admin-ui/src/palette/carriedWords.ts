/** Words typed in one place and taken up by the next, in memory alone: a name is in no address and no history. */
let carried = '';
const listeners = new Set<(words: string) => void>();

export function carryWords(words: string): void {
  carried = words;
  for (const tell of listeners) tell(words);
}

/** Kept until they are dropped: a screen may be mounted twice before it is shown. */
export function carriedWords(): string {
  return carried;
}

/** Tells a screen that is there already of words carried to it. Gives what ends it. */
export function onWordsCarried(tell: (words: string) => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

export function dropCarriedWords(): void {
  carried = '';
}
