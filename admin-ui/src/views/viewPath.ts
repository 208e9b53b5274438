import type { ViewView } from '../../../server/contract/view.ts';
import { NOBODY } from '../providers/listQuery.ts';

/** The address of a list as a view keeps it: from then on, the address is the truth. */
export function viewPath({ list, filter, sort }: Pick<ViewView, 'list' | 'filter' | 'sort'>): string {
  const written = Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, value ?? NOBODY]));
  const query = new URLSearchParams({ filter: JSON.stringify(written), page: '1' });
  if (sort !== null) {
    query.set('sort', sort[0]);
    query.set('order', sort[1]);
  }
  return `/${list}?${query.toString()}`;
}
