import type { GetListParams } from 'react-admin';

/** The query string of a list, as the contract wants it: `filter`, `range` and `sort` in JSON. */
export function listQuery({ pagination, sort, filter }: Pick<GetListParams, 'pagination' | 'sort' | 'filter'>): string {
  const query = new URLSearchParams();
  if (pagination) {
    const first = (pagination.page - 1) * pagination.perPage;
    query.set('range', JSON.stringify([first, first + pagination.perPage - 1]));
  }
  if (sort) query.set('sort', JSON.stringify([sort.field, sort.order]));
  query.set('filter', JSON.stringify(asked(filter as Record<string, unknown>)));
  return query.toString();
}

/** « None » as a filter of the address writes it (a file without referent): react-admin drops a filter that is null. */
export const NOBODY = 'null';

function asked(filter: Record<string, unknown> = {}): Record<string, unknown> {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(set.map(([key, value]) => [key, value === NOBODY ? null : value]));
}

/** The exact total that `Content-Range: rows 0-24/1204` carries. */
export function totalOf(headers: Headers, fallback: number): number {
  const total = headers.get('Content-Range')?.split('/').pop();
  return total === undefined || Number.isNaN(Number(total)) ? fallback : Number(total);
}
