/**
 * What nobody sees and could lie with: marks, embeddings and overrides of direction, blanks without width, fillers, tags.
 * Lines and tabs are seen.
 */
const INVISIBLE =
  /[\p{Cc}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;
const LINES = /\r\n?|[\u2028\u2029]/g;
/** Persian, Bengali, Tamil spell with joiners, and pictures are joined by them: between two of these, and nowhere else. */
const LONE_JOINERS =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;

/** A text as it is kept: what is not seen is left out, of what is seen nothing changes. */
export function withoutInvisible(text: string): string {
  return text
    .replace(LINES, '\n')
    .replace(INVISIBLE, (one) => (one === '\n' || one === '\t' ? one : ''))
    .replace(LONE_JOINERS, '');
}

/** Whether there is something to read in it. */
export function isSeen(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

/** Whether somebody may be called by it. */
export function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}
