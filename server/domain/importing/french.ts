const NO_BREAK = '\u00A0';
const NARROW = '\u202F';
const LONGEST_QUOTE = 60;

/** Before a colon, as French typography asks. */
export const COLON = `${NO_BREAK}:`;
/** Before a semicolon. */
export const SEMICOLON = `${NARROW};`;

/** A value of the file between French quotation marks, cut when it is long. */
export function quote(value: string): string {
  const shown = value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE - 1)}…` : value;
  return `«${NO_BREAK}${shown}${NO_BREAK}»`;
}

/** « A, B ou C ». */
export function oneOf(values: readonly string[]): string {
  if (values.length < 2) return values.join('');
  return `${values.slice(0, -1).join(', ')} ou ${values.at(-1)}`;
}
