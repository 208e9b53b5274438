import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useSentences } from '../i18n/useSentences.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';

export interface WeekNoticeProps {
  /** What was done, and may be taken back. */
  readonly done: string | undefined;
  readonly onUndo: () => void;
  /** What was not saved, and may be asked again. */
  readonly refused: { readonly problem: unknown; readonly title: string } | undefined;
  readonly onRetry: () => void;
}

/** What became of the last tasks said done, told where their line was: one tab back from the line that took its place. */
export const WeekNotice = ({ done, onUndo, refused, onRetry }: WeekNoticeProps) => {
  const say = useSentences();
  return (
    <>
      {done !== undefined && (
        <Alert
          severity="success"
          variant="outlined"
          icon={false}
          // Said by the announcer, once: a region that comes with its words is not always read.
          role="note"
          sx={{ bgcolor: 'background.paper', overflowWrap: 'anywhere' }}
          action={
            <Button size="small" onClick={onUndo}>
              {say('tasks.undo')}
            </Button>
          }
        >
          {done}
        </Alert>
      )}
      {refused !== undefined && <ErrorCard error={refused.problem} title={refused.title} onRetry={onRetry} />}
    </>
  );
};
