import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { TaskView } from '../../../server/contract/task.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';

interface SettledTasksProps {
  readonly tasks: readonly TaskView[];
  readonly onReopen: (task: TaskView) => void;
}

/** What was done, or given up, the last first: folded until somebody wants it. */
export const SettledTasks = ({ tasks, onReopen }: SettledTasksProps) => {
  const say = useSentences();
  const id = useId();
  const { plural } = useFormat();
  const [isOpen, setOpen] = useState(false);
  if (tasks.length === 0) return null;
  return (
    <Box sx={{ mt: 1 }}>
      <Button
        size="small"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        sx={{ ml: -0.75, textAlign: 'left' }}
      >
        {say(isOpen ? 'tasks.hide_settled' : 'tasks.show_settled', plural(tasks.length))}
      </Button>
      <Box id={id}>
        {isOpen && (
          <Box component="ul" sx={{ listStyle: 'none', pl: 2, my: 1, ml: 0, borderLeft: 3, borderColor: 'divider' }}>
            {tasks.map((task) => (
              <SettledTask key={task.id} task={task} onReopen={() => onReopen(task)} />
            ))}
          </Box>
        )}
      </Box>
    </Box>
  );
};

const SettledTask = ({ task, onReopen }: { task: TaskView; onReopen: () => void }) => {
  const say = useSentences();
  const { longDayOf } = useFormat();
  const { what, state, reason, changedAt, changedByName } = task;
  const by = { day: longDayOf(changedAt), name: changedByName ?? say('notes.by_somebody'), reason: reason ?? '' };
  return (
    <Box component="li" sx={{ my: 1, display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center' }}>
      <Box sx={{ minWidth: 0, flexGrow: 1 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{what}</Typography>
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {say(state === 'DROPPED' ? 'tasks.dropped_by' : 'tasks.done_by', by)}
        </Typography>
      </Box>
      <Button size="small" aria-label={say('tasks.reopen_of', { what })} onClick={onReopen}>
        {say('tasks.undo')}
      </Button>
    </Box>
  );
};
