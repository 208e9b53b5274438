import { z, type ZodError } from 'zod';

const FRENCH = z.locales.fr().localeError;

// What the schemas do not say themselves is said in French too, and in words of the form rather than of the type.
z.config({ localeError: (issue) => inWords(issue) ?? FRENCH(issue) });

function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'Obligatoire.' : 'Vérifiez cette valeur.';
    case 'invalid_value':
      // Choices are many and their codes are for programs.
      return issue.values.length > 8
        ? 'Choisissez une valeur de la liste.'
        : `Valeurs possibles\u00a0: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `${SIZE[issue.origin] ?? 'Cette valeur doit valoir'} au moins ${issue.minimum}.`;
    case 'too_big':
      return `${SIZE[issue.origin] ?? 'Cette valeur doit valoir'} au plus ${issue.maximum}.`;
    case 'unrecognized_keys':
      return 'Champ inconnu.';
    case 'invalid_format':
      return issue.format === 'datetime' ? 'Instant attendu\u00a0: AAAA-MM-JJThh:mm:ssZ.' : 'Vérifiez cette valeur.';
    default:
      return undefined;
  }
}

const SIZE: Readonly<Record<string, string>> = {
  number: 'Ce nombre doit valoir',
  int: 'Ce nombre doit valoir',
  string: 'Nombre de caractères\u00a0:',
  array: 'Nombre d’éléments\u00a0:',
};

/** Errors shaped like the form: `{person: {birthName: '…'}}`, so that each is shown beside its field. */
export function errorsByField(error: ZodError): Record<string, unknown> {
  const errors: Tree = new Map();
  for (const { path, message } of flatten(error.issues)) place(errors, path.length === 0 ? ['root'] : path, message);
  return asObject(errors);
}

/** The first thing that is wrong, in one French sentence. */
export function sayIssue(error: ZodError): string {
  return flatten(error.issues)[0]?.message ?? 'Paramètres mal formés.';
}

/** A map, not an object: a field named `__proto__` is an unknown field like another. */
type Tree = Map<string, string | Tree>;

function place(tree: Tree, [first, ...rest]: readonly PropertyKey[], message: string): void {
  const key = String(first);
  const known = tree.get(key);
  if (rest.length === 0) {
    if (known === undefined) tree.set(key, message);
    return;
  }
  const next = known instanceof Map ? known : new Map<string, string | Tree>();
  tree.set(key, next);
  place(next, rest, message);
}

function asObject(tree: Tree): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [key, value] of tree)
    Object.defineProperty(object, key, {
      value: value instanceof Map ? asObject(value) : value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return object;
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

type ZodIssue = ZodError['issues'][number];

/** Of a union, the errors of the shape that comes closest: listing those of every shape would help nobody. */
function flatten(issues: readonly ZodIssue[]): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'Champ inconnu.' }));
    if (issue.code !== 'invalid_union' || issue.errors.length === 0)
      return [{ path: issue.path, message: issue.message }];
    const closest = [...issue.errors].sort((a, b) => distance(a) - distance(b))[0] ?? [];
    return flatten(closest).map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
  });
}

/** A shape whose own field is there and wrong comes closer than one whose field is missing. */
function distance(issues: readonly ZodIssue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 2 * issue.keys.length : 1), 0);
}
