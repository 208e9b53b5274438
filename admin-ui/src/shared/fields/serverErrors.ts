/** The server's errors, by the path of the field in the body: `person.address.postcode`. */
export type ServerErrors = ReadonlyMap<string, string>;

export const NO_ERRORS: ServerErrors = new Map();

/** Flattens errors shaped like the form; an error on a whole object keeps the object's path. */
export function flattenErrors(errors: Record<string, unknown> | undefined, root = ''): ServerErrors {
  const entries = Object.entries(errors ?? {}).flatMap(([key, error]): [string, string][] => {
    const path = root === '' ? key : `${root}.${key}`;
    if (typeof error === 'object' && error !== null) return [...flattenErrors(error as Record<string, unknown>, path)];
    return [[path, String(error)]];
  });
  return new Map(entries);
}
