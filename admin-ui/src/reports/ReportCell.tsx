import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';
import type { Cell } from './pivot.ts';

/** A figure; « secret » when the server hid it; nothing where the table has no such cell. */
export const ReportCell = ({ cell }: { cell: Cell | undefined }) => {
  const say = useSentences();
  const { number } = useFormat();
  if (cell === undefined) return null;
  if (cell.suppressed === true || cell.value === undefined) {
    return (
      <Typography component="span" variant="body2" color="textSecondary" sx={{ fontStyle: 'italic' }}>
        {say('reports.secret')}
      </Typography>
    );
  }
  return <>{number(cell.value)}</>;
};
