import TableCell from '@mui/material/TableCell';
import TableSortLabel from '@mui/material/TableSortLabel';
import { opposite, type Column, type Sort } from './columns.ts';

interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

/** The header of a column; where the list can be sorted by it, a button, and `aria-sort` on the cell. */
export const HeaderCell = <Row,>({ column, sort, onSort }: HeaderCellProps<Row>) => {
  const { label, align, width, sortKey } = column;
  const cell = { scope: 'col', align, ...(width === undefined ? {} : { width }) } as const;
  if (sortKey === undefined || onSort === undefined) return <TableCell {...cell}>{label}</TableCell>;

  const isSorted = sort?.field === sortKey;
  const direction = isSorted && sort.order === 'DESC' ? 'desc' : 'asc';
  const next = { field: sortKey, order: isSorted ? opposite(sort.order) : 'ASC' } as const;
  return (
    <TableCell {...cell} aria-sort={isSorted ? (direction === 'asc' ? 'ascending' : 'descending') : 'none'}>
      <TableSortLabel
        component="button"
        type="button"
        active={isSorted}
        direction={direction}
        onClick={() => {
          onSort(next);
        }}
        sx={{
          font: 'inherit',
          border: 0,
          bgcolor: 'transparent',
          p: 0,
          minHeight: 24,
          textAlign: 'left',
          justifyContent: 'flex-start',
        }}
      >
        {label}
      </TableSortLabel>
    </TableCell>
  );
};
