import Box from '@mui/material/Box';
import type { Ref } from 'react';
import { DoneAlert } from './DoneAlert.tsx';

interface DoneTasksProps {
  readonly done: string | undefined;
  readonly onUndo: () => void;
  readonly ref: Ref<HTMLElement>;
}

/** What was just done, said, and how to take it back. It may be given the focus: what was pressed is gone. */
export const DoneTasks = ({ done, onUndo, ref }: DoneTasksProps) => {
  return (
    <Box ref={ref} tabIndex={-1} role="status">
      {done !== undefined && <DoneAlert done={done} onUndo={onUndo} sx={{ mb: 2 }} />}
    </Box>
  );
};
