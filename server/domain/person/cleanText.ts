/**
 * Characters that a reader does not see and that could lie to him: bidirectional embeddings, overrides and isolates,
 * direction marks, zero-width space and no-break space, NUL. The joiners (U+200C, U+200D) stay: Persian, Bengali and
 * Tamil spell with them.
 */
const INVISIBLE = /[\0\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** Every control character and every kind of space counts as one ordinary space. */
const BLANK = /[\s\p{Cc}\p{Zs}]+/gu;

/**
 * A text as it is stored: composed (NFC), without invisible or control characters, single spaces, trimmed.
 * Anything else of the spelling is kept as given: `=1+1`, emoji, right-to-left letters.
 */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(BLANK, ' ').trim();
}
