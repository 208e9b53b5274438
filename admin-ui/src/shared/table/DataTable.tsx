import useMediaQuery from '@mui/material/useMediaQuery';
import type { Column, Group, Sort } from './columns.ts';
import { RowCards } from './RowCards.tsx';
import { WideTable } from './WideTable.tsx';

export interface DataTableProps<Row> {
  /** What the table is, how many rows, in what order: read first by a screen reader. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly groups: readonly Group<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: Sort | undefined;
  readonly onSort?: ((sort: Sort) => void) | undefined;
  readonly isBusy?: boolean;
}

/** A table with a caption, header cells, sort state and keyboard links; under 600 px, the same rows as cards. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const isNarrow = useMediaQuery('(max-width: 599.95px)', { noSsr: true });
  return isNarrow ? <RowCards {...props} /> : <WideTable {...props} />;
};

/** The groups of a table that has none. */
export const ungrouped = <Row,>(rows: readonly Row[]): Group<Row>[] => [{ key: 'all', label: '', rows }];
