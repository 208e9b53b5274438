import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';
import type { Pivot, PivotGroup } from './pivot.ts';
import { ReportCell } from './ReportCell.tsx';

interface PivotTableProps {
  readonly captionId: string;
  readonly caption: string;
  readonly pivot: Pivot;
  readonly showsZeros: boolean;
}

/** Rows and columns of a report, with header cells for both, and a heading for each group of rows. */
export const PivotTable = ({ captionId, caption, pivot, showsZeros }: PivotTableProps) => {
  const say = useSentences();
  return (
    <Table size="small" sx={{ width: 'auto', minWidth: 'min(100%, 30rem)' }}>
      <caption>
        <Typography
          id={captionId}
          component="span"
          variant="h3"
          color="textPrimary"
          sx={{ display: 'block', px: 1.25, py: 1, textAlign: 'left' }}
        >
          {caption}
        </Typography>
      </caption>
      <TableHead>
        <TableRow>
          <TableCell scope="col">{pivot.rowHeader}</TableCell>
          {pivot.columns.map((label) => (
            <TableCell key={label} scope="col" align="right">
              {label === '' ? say('reports.value') : label}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      {pivot.groups.map((group) => (
        <GroupBody key={group.label} group={group} columns={pivot.columns} showsZeros={showsZeros} />
      ))}
    </Table>
  );
};

const GroupBody = ({
  group,
  columns,
  showsZeros,
}: {
  group: PivotGroup;
  columns: readonly string[];
  showsZeros: boolean;
}) => (
  <TableBody sx={{ breakInside: 'avoid' }}>
    {group.label !== '' && (
      <TableRow>
        <TableCell
          component="th"
          scope="rowgroup"
          colSpan={columns.length + 1}
          sx={{ fontWeight: 700, bgcolor: 'background.default' }}
        >
          {group.label}
        </TableCell>
      </TableRow>
    )}
    {group.rows
      .filter(({ isZero }) => showsZeros || !isZero)
      .map((row) => (
        <TableRow key={row.label}>
          <TableCell component="th" scope="row" sx={group.label === '' ? undefined : { pl: 3 }}>
            {row.label}
          </TableCell>
          {row.cells.map((cell, column) => (
            <TableCell key={columns[column]} align="right">
              <ReportCell cell={cell} />
            </TableCell>
          ))}
        </TableRow>
      ))}
  </TableBody>
);
