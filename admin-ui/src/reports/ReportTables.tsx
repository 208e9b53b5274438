import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReportView } from '../../../server/contract/report.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { departmentLabel } from '../shared/labels.ts';
import { useFormat } from '../shared/useFormat.ts';
import { ReportTable } from './ReportTable.tsx';
import { useQuarterLabel } from './useQuarterLabel.ts';

/** The sheet: which figures, what « secret » means, the rule applied, then each table. */
export const ReportTables = ({ report }: { report: ReportView }) => {
  const say = useSentences();
  const quarterLabel = useQuarterLabel();
  const { longDay } = useFormat();
  const { department, period, asOf, policy, tables } = report;

  return (
    <Box component="section" aria-labelledby="report" sx={{ '@media print': { fontSize: '10pt' } }}>
      <Typography id="report" variant="h2" sx={{ mb: 1 }}>
        {say('reports.heading', {
          department: departmentLabel(department),
          period: quarterLabel(period),
          day: longDay(asOf),
        })}
      </Typography>
      <Typography variant="body2">{say('reports.legend', { threshold: policy.threshold })}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 3 }}>
        {say('reports.policy', { threshold: policy.threshold, version: policy.version })}
      </Typography>
      {tables.map((table) => (
        <ReportTable key={table.code} table={table} />
      ))}
    </Box>
  );
};
