const FILE_NUMBER = /^(?:j\s?(\d{2})[\s–—-]*|(\d{2})-)(\d{1,6})$/i;

/** The number of a file as it is written, from how it was typed: « j26 123 »; undefined where it is none. */
export function fileNumberOf(typed: string): string | undefined {
  const read = FILE_NUMBER.exec(typed.trim());
  return read === null ? undefined : `J${read[1] ?? read[2] ?? ''}-${(read[3] ?? '').padStart(6, '0')}`;
}
