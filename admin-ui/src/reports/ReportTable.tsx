import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TableContainer from '@mui/material/TableContainer';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';
import { toPivot, type Table } from './pivot.ts';
import { PivotTable } from './PivotTable.tsx';

/** One table of the report: its title as caption, its definition in sight, its figures. */
export const ReportTable = ({ table }: { table: Table }) => {
  const say = useSentences();
  const { plural } = useFormat();
  const id = useId();
  const [showsZeros, setShowsZeros] = useState(true);
  const { title, definition } = table;
  const pivot = toPivot(table);
  const zeros = pivot.groups.flatMap(({ rows }) => rows).filter(({ isZero }) => isZero).length;

  return (
    <Box sx={{ mb: 4 }}>
      <TableContainer
        component={Paper}
        tabIndex={0}
        role="region"
        aria-labelledby={id}
        sx={{ width: 'fit-content', maxWidth: '100%' }}
      >
        <PivotTable captionId={id} caption={title} pivot={pivot} showsZeros={showsZeros} />
      </TableContainer>
      {zeros > 0 && (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          {!showsZeros && say('reports.zero_rows', plural(zeros))}{' '}
          <Button
            size="small"
            aria-pressed={showsZeros}
            onClick={() => setShowsZeros(!showsZeros)}
            sx={{ '@media print': { display: 'none' } }}
          >
            {showsZeros ? say('reports.zero_hide') : say('reports.zero_show')}
          </Button>
        </Typography>
      )}
      <Typography variant="body2" sx={{ mt: 0.5, maxWidth: '70rem' }}>
        {definition.sentence}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {say('reports.definition', { code: definition.code, version: definition.version })}
      </Typography>
    </Box>
  );
};
