/** Words typed in one place and taken up by the next, in memory alone: a name is in no address and no history. */
let carried = '';

export function carryWords(words: string): void {
  carried = words;
}

/** Kept until they are dropped: a screen may be mounted twice before it is shown. */
export function carriedWords(): string {
  return carried;
}

export function dropCarriedWords(): void {
  carried = '';
}
