import type { WeekLineView } from '../../../server/contract/week.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { taskQuestions } from '../providers/taskQuestions.ts';
import { daysAfter, type CivilDay } from '../shared/civilDay.ts';
import { DayInput } from '../shared/fields/DayInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useSession } from '../shared/useSession.ts';
import { useTell } from '../shared/useTell.ts';
import { taskOf } from './useSettle.ts';

interface PutOffDialogProps {
  readonly lines: readonly WeekLineView[];
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** Puts tasks off, with why: by a week, unless another day is said. */
export const PutOffDialog = ({ lines, onDone, onClose }: PutOffDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const { plural, longDay } = useFormat();
  const { today } = useSession();
  const count = plural(lines.length);
  return (
    <FormDialog<{ readonly dueOn: CivilDay; readonly reason: string }>
      title={say('week.put_off_title', { ...count, what: lines[0]?.what ?? '' })}
      submitLabel={say('week.put_off_submit')}
      defaultValues={{ dueOn: daysAfter(today as CivilDay, 7), reason: '' }}
      onSubmit={async ({ dueOn, reason }) => {
        for (const line of lines) {
          const task = taskOf(line);
          if (task !== undefined && line.task?.dueOn !== dueOn) await taskQuestions.change(task, { dueOn, reason });
        }
        tell(say('week.moved_off', { ...count, day: longDay(dueOn) }));
        await onDone();
      }}
      onClose={onClose}
    >
      <DayInput source="dueOn" label={say('week.put_off_day')} min={today} isRequired />
      <TextInput
        source="reason"
        label={say('week.put_off_reason')}
        hint={say('week.put_off_reason_hint')}
        maxLength={200}
        isRequired
      />
    </FormDialog>
  );
};
