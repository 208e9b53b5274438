/** The fields of which the names alone say a lot: told one by one, where the others are told by their part of the file. */
const TOLD_IN_DETAIL = ['person'];
const MOST = 200;

/**
 * The names of the fields of what was given or shown, never their values: `person.phone`, `facts.cirSignedOn`, `steps`.
 * Of a list, the names that its rows bear. Names that are not names (a key made of words) are left out.
 */
export function fieldNames(value: unknown, { deep }: { deep: boolean }): string[] {
  const rows = (Array.isArray(value) ? value : [value]).filter(isRecord);
  const names = new Set<string>();
  for (const row of rows)
    for (const [key, inner] of Object.entries(row)) {
      if (inner === undefined || !isName(key)) continue;
      const parts = isRecord(inner) && (deep || TOLD_IN_DETAIL.includes(key)) ? Object.keys(inner).filter(isName) : [];
      if (parts.length === 0) names.add(key);
      else for (const part of parts) names.add(`${key}.${part}`);
    }
  return [...names].sort().slice(0, MOST);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(key: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]{0,60}$/.test(key);
}
