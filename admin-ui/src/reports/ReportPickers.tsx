import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useSentences } from '../i18n/useSentences.ts';
import type { ReportQuestion } from '../providers/questions.ts';
import { Choice } from '../shared/fields/Choice.tsx';
import { departmentLabel } from '../shared/labels.ts';
import { useSession } from '../shared/useSession.ts';
import { AsOfInput } from './AsOfInput.tsx';
import { quartersUntil } from './quarters.ts';
import { useQuarterLabel } from './useQuarterLabel.ts';

interface ReportPickersProps {
  readonly asked: ReportQuestion;
  readonly onAsk: (asked: ReportQuestion) => void;
}

/** Which department, which quarter, on which day; and the way to paper. */
export const ReportPickers = ({ asked, onAsk }: ReportPickersProps) => {
  const say = useSentences();
  const quarterLabel = useQuarterLabel();
  const { departments, today } = useSession();
  const quarters = quartersUntil(today).map((value) => ({ value, label: quarterLabel(value) }));

  return (
    <Box
      role="group"
      aria-label={say('reports.pickers')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1.5,
        mb: 3,
        alignItems: 'flex-end',
        '& > .MuiTextField-root': { width: 'min(100%, 14rem)' },
        '@media print': { display: 'none' },
      }}
    >
      <Choice
        label={say('reports.department')}
        value={asked.department}
        options={departments.map((value) => ({ value, label: departmentLabel(value) }))}
        onChange={(department) => onAsk({ ...asked, department })}
      />
      <Choice
        label={say('reports.period')}
        value={asked.period}
        options={quarters}
        onChange={(period) => onAsk({ ...asked, period })}
      />
      <AsOfInput value={asked.asOf ?? today} onChange={(asOf) => onAsk({ ...asked, asOf })} />
      <Button variant="outlined" onClick={() => window.print()}>
        {say('reports.print')}
      </Button>
    </Box>
  );
};
