import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { WeekLineView } from '../../../server/contract/week.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';

interface SelectedTasksProps {
  readonly lines: readonly WeekLineView[];
  readonly onSettle: () => void;
  readonly onPutOff: () => void;
  readonly onClear: () => void;
}

/** What may be done of several tasks at once. There only while some are chosen: nothing hidden is in the tab order. */
export const SelectedTasks = ({ lines, onSettle, onPutOff, onClear }: SelectedTasksProps) => {
  const say = useSentences();
  const { plural } = useFormat();
  const count = say('week.selected', plural(lines.length));
  return (
    <Box
      role="group"
      // It goes with what was chosen, and one is then back on the line from where one came.
      data-beside
      aria-label={count}
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 2,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        p: 1,
        mb: 2,
        border: 1,
        borderColor: 'primary.main',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      <Typography sx={{ fontWeight: 600, mr: 1 }}>{count}</Typography>
      <Button size="small" variant="contained" onClick={onSettle}>
        {say('week.settle_selected')}
      </Button>
      <Button size="small" variant="outlined" aria-haspopup="dialog" onClick={onPutOff}>
        {say('week.put_off_selected')}
      </Button>
      <Button size="small" onClick={onClear}>
        {say('week.clear_selected')}
      </Button>
    </Box>
  );
};
