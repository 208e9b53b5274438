import type { ZodType } from 'zod';
import { badRequest } from './problem.ts';
import { sayIssue } from './zodErrors.ts';

/** What a list may be asked: the dialect of ra-data-simple-rest (`filter`, `range`, `sort`, as JSON). */
export interface ListOf<F extends Record<string, ZodType>, S extends string> {
  readonly filters: F;
  readonly sorts: readonly S[];
  readonly defaultSort: readonly [S, 'ASC' | 'DESC'];
}
export interface ListQuery<F extends Record<string, ZodType>, S extends string> {
  readonly filter: { readonly [K in keyof F]?: F[K] extends ZodType<infer T> ? T : never };
  readonly sort: { readonly key: S; readonly direction: 'ASC' | 'DESC' };
  readonly offset: number;
  readonly limit: number;
}

/** `getMany` asks for ids and sends no range: it may name as many as a page holds. */
export const MAX_ROWS = 100;
const PARAMETERS = ['filter', 'range', 'sort'];

/**
 * Reads the parameters of a list. An unknown filter or sort key is refused with the ones allowed, never ignored: an
 * ignored filter shows more people than were asked for. Throws a 400 Problem.
 */
export function parseListQuery<F extends Record<string, ZodType>, S extends string>(
  query: Record<string, unknown>,
  list: ListOf<F, S>,
): ListQuery<F, S> {
  const unknown = Object.keys(query).find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined) throw badRequest('unknown_parameter', `Paramètre inconnu\u00a0: ${unknown}.`, PARAMETERS);
  const filter = parseFilter(query['filter'], list.filters);
  const { offset, limit } = parseRange(query['range'], 'id' in filter ? MAX_ROWS : undefined);
  return { filter, sort: parseSort(query['sort'], list), offset, limit };
}

function json(value: unknown, name: string): unknown {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw badRequest('malformed_query', `Le paramètre ${name} est donné plusieurs fois.`);
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest('malformed_query', `Le paramètre ${name} n’est pas du JSON.`);
  }
}

function parseFilter<F extends Record<string, ZodType>>(value: unknown, filters: F): ListQuery<F, never>['filter'] {
  const given = json(value, 'filter') ?? {};
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw badRequest('malformed_query', 'Le filtre doit être un objet JSON.');
  const read: Record<string, unknown> = {};
  for (const [key, wanted] of Object.entries(given)) {
    const schema = Object.hasOwn(filters, key) ? filters[key] : undefined;
    if (schema === undefined)
      throw badRequest('unknown_filter', `Filtre inconnu\u00a0: ${key.slice(0, 60)}.`, Object.keys(filters));
    const result = schema.safeParse(wanted);
    if (!result.success)
      throw badRequest('invalid_filter', `Valeur refusée pour le filtre ${key}\u00a0: ${sayIssue(result.error)}`);
    read[key] = result.data;
  }
  return read as ListQuery<F, never>['filter'];
}

function parseRange(value: unknown, whenAbsent = 25): { offset: number; limit: number } {
  const given = json(value, 'range');
  if (given === undefined) return { offset: 0, limit: whenAbsent };
  const [first, last] = Array.isArray(given) ? (given as unknown[]) : [];
  if (
    typeof first !== 'number' ||
    typeof last !== 'number' ||
    !Number.isInteger(first) ||
    !Number.isInteger(last) ||
    first < 0 ||
    last < first
  ) {
    throw badRequest('malformed_query', 'L’étendue demandée doit être [premier, dernier].');
  }
  if (first > 10_000_000) throw badRequest('range_too_far', 'Cette page est trop loin\u00a0: affinez les filtres.');
  return { offset: first, limit: Math.min(last - first + 1, MAX_ROWS) };
}

function parseSort<S extends string>(
  value: unknown,
  { sorts, defaultSort }: { sorts: readonly S[]; defaultSort: readonly [S, 'ASC' | 'DESC'] },
): { key: S; direction: 'ASC' | 'DESC' } {
  const given = json(value, 'sort');
  if (given === undefined) return { key: defaultSort[0], direction: defaultSort[1] };
  const [key, direction] = Array.isArray(given) ? (given as unknown[]) : [];
  const known = sorts.find((candidate) => candidate === key);
  if (known === undefined) throw badRequest('unknown_sort', 'Tri inconnu.', sorts);
  if (direction !== 'ASC' && direction !== 'DESC')
    throw badRequest('malformed_query', 'Le sens du tri est ASC ou DESC.');
  return { key: known, direction };
}
