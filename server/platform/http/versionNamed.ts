/** The largest `integer` of PostgreSQL, in which versions are counted. */
const LARGEST = 2_147_483_647;
/** What no record has for a version. */
const NONE = -1;

/** The version that the digits of a header name: -1, that of no record, when there are none or when it was never given. */
export function versionNamed(digits: string | undefined): number {
  const version = Number(digits ?? NONE);
  return version <= LARGEST ? version : NONE;
}
