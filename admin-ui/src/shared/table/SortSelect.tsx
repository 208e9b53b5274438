import { useSentences } from '../../i18n/useSentences.ts';
import { Choice } from '../fields/Choice.tsx';
import type { Column, Sort } from './columns.ts';

interface SortSelectProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort) => void;
}

/** Cards have no headers to click: the order is chosen in a list. */
export const SortSelect = <Row,>({ columns, sort, onSort }: SortSelectProps<Row>) => {
  const say = useSentences();
  const options = columns.flatMap(({ sortKey, label }) =>
    sortKey === undefined
      ? []
      : [
          { value: `${sortKey} ASC`, label: `${label}, ${say('table.sorted_asc')}` },
          { value: `${sortKey} DESC`, label: `${label}, ${say('table.sorted_desc')}` },
        ],
  );
  if (options.length === 0) return null;

  return (
    <Choice
      label={say('table.sort')}
      value={sort === undefined ? '' : `${sort.field} ${sort.order}`}
      options={options}
      onChange={(value) => {
        const [field = '', order] = value.split(' ');
        onSort({ field, order: order === 'DESC' ? 'DESC' : 'ASC' });
      }}
      sx={{ mb: 1.5 }}
    />
  );
};
