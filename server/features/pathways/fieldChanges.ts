export interface FieldChange {
  /** `person.phone`, `facts.cirSignedOn`. */
  readonly path: string;
  readonly domain: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** The value replaced, as it was stored; null where nothing was known. */
  readonly was: unknown;
}

const HOUSING = new Set(['facts.housing', 'facts.asylumSupportEndedOn', 'facts.refugeeHousingEnteredOn']);

/** What differs between two states, field by field, as text for the history. */
export function fieldChanges(kind: 'person' | 'facts', before: object, after: object): FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  fields.delete('id');
  return [...fields].flatMap((field) => {
    const replaced = (before as Record<string, unknown>)[field];
    const [was, is] = [asText(replaced), asText((after as Record<string, unknown>)[field])];
    if (was === is) return [];
    const path = `${kind}.${field}`;
    return [{ path, domain: HOUSING.has(path) ? 'HOUSING' : null, before: was, after: is, was: replaced ?? null }];
  });
}

/** What a list of changes replaces at a path such as `facts.cirSignedOn` or `person.address.line`, as it is stored. */
export function storedValue(known: { readonly person: object; readonly facts: object }, path: string): unknown {
  return (
    path
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], known) ?? null
  );
}

/** A value as the history writes it. Empty, absent and null are one and the same: nothing known. */
export function asText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(', ');
  if (typeof value !== 'object') return String(value);
  if ('precision' in value) return String((value as unknown as { value: string | null }).value ?? '') || null;
  return (
    Object.values(value)
      .filter((part) => part !== null && part !== undefined && part !== '')
      .join(', ') || null
  );
}
