import { ErrorCard } from '../shared/ErrorCard.tsx';
import { DoneAlert } from '../tasks/DoneAlert.tsx';
import type { useSettle } from '../tasks/useSettle.ts';

export interface WeekNoticeProps {
  /** What was done, and may be taken back. */
  readonly done: string | undefined;
  readonly onUndo: () => void;
  /** What was not saved, and may be asked again. */
  readonly refused: ReturnType<typeof useSettle>['refused'];
  readonly onRetry: () => void;
}

/** What became of the last tasks said done, told where their line was: one tab back from the line that took its place. */
export const WeekNotice = ({ done, onUndo, refused, onRetry }: WeekNoticeProps) => {
  return (
    <>
      {done !== undefined && (
        // Said by the announcer, once: a region that comes with its words is not always read.
        <DoneAlert done={done} onUndo={onUndo} role="note" sx={{ overflowWrap: 'anywhere' }} />
      )}
      {refused !== undefined && <ErrorCard error={refused.problem} {...refused.words} onRetry={onRetry} />}
    </>
  );
};
