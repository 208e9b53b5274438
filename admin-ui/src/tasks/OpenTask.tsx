import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { TaskView } from '../../../server/contract/task.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { daysFrom } from '../shared/civilDay.ts';
import { Tag } from '../shared/Tag.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useSession } from '../shared/useSession.ts';

interface OpenTaskProps {
  readonly task: TaskView;
  readonly onSettle: () => void;
  readonly onPutOff: () => void;
  readonly onDrop: () => void;
}

/** What is to be done: by when, for which step, who said so, why it was put off; and what may become of it. */
export const OpenTask = ({ task, onSettle, onPutOff, onDrop }: OpenTaskProps) => {
  const say = useSentences();
  const { what } = task;
  return (
    <Paper
      component="li"
      sx={{
        p: 1.5,
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) auto' },
        gap: 1,
        alignItems: 'start',
      }}
    >
      <TaskWords task={task} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, '@media print': { display: 'none' } }}>
        <Button size="small" variant="outlined" aria-label={say('tasks.settle_of', { what })} onClick={onSettle}>
          {say('tasks.settle')}
        </Button>
        <Button size="small" aria-haspopup="dialog" aria-label={say('tasks.put_off_of', { what })} onClick={onPutOff}>
          {say('tasks.put_off_submit')}
        </Button>
        <Button size="small" aria-haspopup="dialog" aria-label={say('tasks.drop_of', { what })} onClick={onDrop}>
          {say('tasks.drop')}
        </Button>
      </Box>
    </Paper>
  );
};

const TaskWords = ({ task: { what, step, dueOn, reason, createdAt, createdByName } }: { task: TaskView }) => {
  const labels = useLabels();
  const say = useSentences();
  const { longDay, longDayOf } = useFormat();
  const planned = { day: longDayOf(createdAt), name: createdByName ?? say('notes.by_somebody') };
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 0.25, alignItems: 'center' }}>
        <Typography component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {what}
        </Typography>
        <DueTag dueOn={dueOn} />
      </Box>
      <Typography variant="body2" color="textSecondary">
        {say('tasks.due', { day: longDay(dueOn) })} {say('tasks.planned_by', planned)}
      </Typography>
      {step !== null && (
        <Typography variant="body2" color="textSecondary">
          {say('tasks.step', { step: labels.step[step] })}
        </Typography>
      )}
      {reason !== null && (
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {say('tasks.put_off_why', { reason })}
        </Typography>
      )}
    </Box>
  );
};

/** How late or how near, in words. */
const DueTag = ({ dueOn }: Pick<TaskView, 'dueOn'>) => {
  const say = useSentences();
  const { plural } = useFormat();
  const { today } = useSession();
  const days = daysFrom(today, dueOn);
  if (days === 0) return <Tag tone="soon">{say('week.today')}</Tag>;
  return days < 0 ? (
    <Tag tone="late">{say('week.late', plural(-days))}</Tag>
  ) : (
    <Tag tone="waiting">{say('week.ahead', plural(days))}</Tag>
  );
};
