import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { visuallyHidden } from '../visuallyHidden.ts';
import type { Column, Group } from './columns.ts';
import type { DataTableProps } from './DataTable.tsx';
import { HeaderCell } from './HeaderCell.tsx';

/** On a wide screen: a real table. */
export const WideTable = <Row,>({ caption, columns, groups, rowKey, sort, onSort, isBusy }: DataTableProps<Row>) => (
  <TableContainer component={Paper}>
    <Table size="small" aria-busy={isBusy === true} sx={{ opacity: isBusy === true ? 0.6 : 1 }}>
      <caption>
        <span style={visuallyHidden}>{caption}</span>
      </caption>
      <TableHead>
        <TableRow>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </TableRow>
      </TableHead>
      {groups.map((group) => (
        <TableBody key={group.key}>
          {group.label !== '' && <GroupRow group={group} columns={columns.length} />}
          {group.rows.map((row) => (
            <TableRow key={rowKey(row)} data-place={rowKey(row)} hover>
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </TableRow>
          ))}
        </TableBody>
      ))}
    </Table>
  </TableContainer>
);

const GroupRow = <Row,>({ group, columns }: { group: Group<Row>; columns: number }) => (
  <TableRow>
    <TableCell
      component="th"
      scope="colgroup"
      colSpan={columns}
      sx={{ fontWeight: 700, bgcolor: 'background.default', color: 'text.primary', py: 1 }}
    >
      {group.label}
    </TableCell>
  </TableRow>
);

const BodyCell = <Row,>({ column, row }: { column: Column<Row>; row: Row }) =>
  column.isRowHeader === true ? (
    <TableCell component="th" scope="row" align={column.align} sx={shortOrNot(column)}>
      {column.cell(row)}
    </TableCell>
  ) : (
    <TableCell align={column.align} sx={shortOrNot(column)}>
      {column.cell(row)}
    </TableCell>
  );

const shortOrNot = ({ isShort }: { isShort?: boolean }) => (isShort === true ? { whiteSpace: 'nowrap' } : undefined);
