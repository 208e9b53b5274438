import { useSentences } from '../i18n/useSentences.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useTell } from '../shared/useTell.ts';
import type { TaskShown } from './taskShown.ts';
import { useChangeTasks } from './useChangeTasks.ts';

interface DropTaskDialogProps {
  readonly task: TaskShown;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Says that a task will not be done, and why: the history keeps it. */
export const DropTaskDialog = ({ task, onDone, onClose }: DropTaskDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const changeAll = useChangeTasks();
  const { what } = task;
  return (
    <FormDialog<{ readonly reason: string }>
      title={say('tasks.drop_of', { what })}
      submitLabel={say('tasks.drop')}
      defaultValues={{ reason: '' }}
      onSubmit={async ({ reason }) => {
        await changeAll([task], { state: 'DROPPED', reason }, async (changed) => {
          if (changed.length > 0) tell(say('tasks.dropped', { what }));
          onDone();
        });
      }}
      onClose={onClose}
    >
      <TextInput
        source="reason"
        label={say('tasks.put_off_reason')}
        hint={say('tasks.put_off_reason_hint')}
        maxLength={200}
        isRequired
      />
    </FormDialog>
  );
};
