export type Fields = Readonly<Record<string, unknown>>;

/** The fields of a form that are not as it began, in its shape; undefined when there is none. */
export function changesOf(before: Fields, now: Fields): Fields | undefined {
  const changes = Object.keys(before).flatMap((key): [string, unknown][] => {
    const [was, is] = [before[key], now[key]];
    if (isFields(was) && isFields(is)) {
      const inside = changesOf(was, is);
      return inside === undefined ? [] : [[key, inside]];
    }
    return isSame(was, is) ? [] : [[key, is]];
  });
  return changes.length === 0 ? undefined : Object.fromEntries(changes);
}

/** A form with what was kept of it; what it does not know any more is left out. */
export function mergedFields(before: Fields, kept: unknown): Fields {
  if (!isFields(kept)) return before;
  return Object.fromEntries(
    Object.keys(before).map((key) => {
      const [was, is] = [before[key], kept[key]];
      if (!Object.hasOwn(kept, key)) return [key, was];
      return [key, isFields(was) ? mergedFields(was, is) : is];
    }),
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that was emptied is as empty as one that never held anything. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? '') === JSON.stringify(other ?? '');
}
