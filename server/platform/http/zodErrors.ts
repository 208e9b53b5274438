import type { ZodError } from 'zod';

/** Errors shaped like the form: `{person: {birthName: '…'}}`, so that each is shown beside its field. */
export function errorsByField(error: ZodError, _input?: unknown): Record<string, unknown> {
  const errors: Record<string, unknown> = {};
  for (const issue of flatten(error.issues)) {
    const path = issue.path.length === 0 ? ['root'] : issue.path.map(String);
    let place = errors;
    path.slice(0, -1).forEach((key) => {
      const next = place[key];
      place = place[key] = typeof next === 'object' && next !== null ? (next as Record<string, unknown>) : {};
    });
    place[path.at(-1) ?? 'root'] ??= issue.message;
  }
  return errors;
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Of a union, the errors of the shape that comes closest: listing those of every shape would help nobody. */
function flatten(issues: ZodError['issues']): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : undefined;
      return keys === undefined
        ? [issue]
        : keys.map((key) => ({ path: [...issue.path, key], message: 'Champ inconnu.' }));
    }
    const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
    return flatten(closest as ZodError['issues']).map(({ path, message }) => ({
      path: [...issue.path, ...path],
      message,
    }));
  });
}
