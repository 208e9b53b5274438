import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Ref } from 'react';
import { useSentences } from '../i18n/useSentences.ts';

interface DoneTasksProps {
  readonly done: string | undefined;
  readonly onUndo: () => void;
  readonly ref: Ref<HTMLElement>;
}

/** What was just done, said, and how to take it back. It may be given the focus: what was pressed is gone. */
export const DoneTasks = ({ done, onUndo, ref }: DoneTasksProps) => {
  const say = useSentences();
  return (
    <Box ref={ref} tabIndex={-1} role="status">
      {done !== undefined && (
        <Alert
          severity="success"
          variant="outlined"
          icon={false}
          sx={{ mb: 2, bgcolor: 'background.paper' }}
          action={
            <Button size="small" onClick={onUndo}>
              {say('tasks.undo')}
            </Button>
          }
        >
          {done}
        </Alert>
      )}
    </Box>
  );
};
