import type { GetListParams } from 'react-admin';

/** The query string of a list, as the contract wants it: `filter`, `range` and `sort` in JSON. */
export function listQuery({ pagination, sort, filter }: GetListParams): string {
  const query = new URLSearchParams();
  if (pagination) {
    const first = (pagination.page - 1) * pagination.perPage;
    query.set('range', JSON.stringify([first, first + pagination.perPage - 1]));
  }
  if (sort) query.set('sort', JSON.stringify([sort.field, sort.order]));
  query.set('filter', JSON.stringify(withoutBlanks(filter as Record<string, unknown>)));
  return query.toString();
}

/** A filter that was cleared is not asked; `null` is kept, it means « none » (a file without referent). */
function withoutBlanks(filter: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));
}

/** The exact total that `Content-Range: rows 0-24/1204` carries. */
export function totalOf(headers: Headers, fallback: number): number {
  const total = headers.get('Content-Range')?.split('/').pop();
  return total === undefined || Number.isNaN(Number(total)) ? fallback : Number(total);
}
