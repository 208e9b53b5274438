import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Column } from './columns.ts';
import type { DataTableProps } from './DataTable.tsx';
import { SortSelect } from './SortSelect.tsx';

/** On a phone: the same rows as a list of cards, nothing to scroll sideways. */
export const RowCards = <Row,>({ caption, columns, groups, rowKey, sort, onSort, isBusy }: DataTableProps<Row>) => (
  <Box aria-busy={isBusy === true} sx={{ opacity: isBusy === true ? 0.6 : 1 }}>
    {onSort && <SortSelect columns={columns} sort={sort} onSort={onSort} />}
    {groups.map((group) => (
      <Box key={group.key} sx={{ mb: 2 }}>
        {group.label !== '' && (
          <Typography variant="h2" sx={{ my: 1 }}>
            {group.label}
          </Typography>
        )}
        <Box component="ul" aria-label={caption} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.2 }}>
          {group.rows.map((row) => (
            <Paper component="li" key={rowKey(row)} data-place={rowKey(row)} sx={{ p: 1.5, minWidth: 0 }}>
              <RowCard columns={columns} row={row} />
            </Paper>
          ))}
        </Box>
      </Box>
    ))}
  </Box>
);

const spanOf = ({ isLong }: { isLong?: boolean }) => (isLong === true ? { gridColumn: '1 / -1' } : {});

const RowCard = <Row,>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) => {
  const title = columns.find(({ isRowHeader }) => isRowHeader === true);
  const details = columns.filter((column) => column !== title && column.isTableOnly !== true);
  return (
    <>
      {title && (
        <Box sx={{ fontSize: '1.02rem', mb: 0.5, overflowWrap: 'anywhere' }}>
          {title.cardTitle?.(row) ?? title.cell(row)}
        </Box>
      )}
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(6.5rem, auto) 1fr', columnGap: 1.5, rowGap: 0.4 }}
      >
        {details.map((column) => (
          <Box key={column.key} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="textSecondary" sx={spanOf(column)}>
              {column.label}
            </Typography>
            <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere', minWidth: 0, ...spanOf(column) }}>
              {column.cell(row)}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  );
};
