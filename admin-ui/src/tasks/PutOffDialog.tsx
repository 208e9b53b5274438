import { useSentences } from '../i18n/useSentences.ts';
import { daysAfter, type CivilDay } from '../shared/civilDay.ts';
import { DayInput } from '../shared/fields/DayInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useSession } from '../shared/useSession.ts';
import { useTell } from '../shared/useTell.ts';
import type { TaskShown } from './taskShown.ts';
import { useChangeTasks } from './useChangeTasks.ts';

interface PutOffDialogProps {
  readonly tasks: readonly TaskShown[];
  /** Of all of them, or of those that were put off before one was refused. */
  readonly onDone: (tasks: readonly TaskShown[]) => Promise<void>;
  readonly onClose: () => void;
}

/** Puts tasks off, with why: by a week, unless another day is said. */
export const PutOffDialog = ({ tasks, onDone, onClose }: PutOffDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const { plural, longDay } = useFormat();
  const { today } = useSession();
  const changeAll = useChangeTasks();
  const count = plural(tasks.length);
  return (
    <FormDialog<{ readonly dueOn: CivilDay; readonly reason: string }>
      title={say('tasks.put_off_title', { ...count, what: tasks[0]?.what ?? '' })}
      submitLabel={say('tasks.put_off_submit')}
      defaultValues={{ dueOn: daysAfter(today as CivilDay, 7), reason: '' }}
      onSubmit={async ({ dueOn, reason }) => {
        await changeAll(tasks, { dueOn, reason }, async (changed, isOver) => {
          if (changed.length > 0) tell(say('tasks.moved_off', { ...plural(changed.length), day: longDay(dueOn) }));
          await onDone(isOver ? tasks : changed);
        });
      }}
      onClose={onClose}
    >
      <DayInput source="dueOn" label={say('tasks.put_off_day')} min={today} isRequired />
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
