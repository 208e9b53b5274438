import Alert, { type AlertProps } from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useSentences } from '../i18n/useSentences.ts';

interface DoneAlertProps extends Pick<AlertProps, 'role' | 'sx'> {
  readonly done: string;
  readonly onUndo: () => void;
}

/** What was just done, and how to take it back. */
export const DoneAlert = ({ done, onUndo, role, sx }: DoneAlertProps) => {
  const say = useSentences();
  return (
    <Alert
      severity="success"
      variant="outlined"
      icon={false}
      {...(role === undefined ? {} : { role })}
      sx={[{ bgcolor: 'background.paper' }, ...(Array.isArray(sx) ? sx : [sx])]}
      action={
        <Button size="small" onClick={onUndo}>
          {say('tasks.undo')}
        </Button>
      }
    >
      {done}
    </Alert>
  );
};
