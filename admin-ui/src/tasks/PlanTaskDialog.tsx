import type { StepCode } from '../../../server/contract/labels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { taskQuestions } from '../providers/taskQuestions.ts';
import { daysAfter, type CivilDay } from '../shared/civilDay.ts';
import { DayInput } from '../shared/fields/DayInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useSession } from '../shared/useSession.ts';
import { useSubmissionKey } from '../shared/useSubmissionKey.ts';
import { useTell } from '../shared/useTell.ts';

interface PlanTaskDialogProps {
  readonly target: {
    readonly pathwayId: string;
    readonly name: string;
    readonly step: StepCode | null;
    /** What it is planned for, where it is asked from what is late or comes. */
    readonly matter?: string | undefined;
  };
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** Says what is to be done for a file and by which day; on a step, it stands for it in the week. */
export const PlanTaskDialog = ({ target, onDone, onClose }: PlanTaskDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const keyFor = useSubmissionKey();
  const { longDay } = useFormat();
  const { today } = useSession();
  return (
    <FormDialog<{ readonly what: string; readonly dueOn: CivilDay }>
      title={
        target.matter === undefined
          ? say('tasks.plan_title', { name: target.name })
          : say('tasks.plan_title_for', { name: target.name, matter: target.matter })
      }
      submitLabel={say('tasks.plan_submit')}
      defaultValues={{ what: '', dueOn: daysAfter(today as CivilDay, 7) }}
      onSubmit={async ({ what, dueOn }) => {
        const task = { what, dueOn, ...(target.step === null ? {} : { step: target.step }) };
        await taskQuestions.plan(target.pathwayId, task, keyFor(task));
        tell(say('tasks.planned', { day: longDay(dueOn) }));
        await onDone();
      }}
      onClose={onClose}
    >
      <TextInput
        source="what"
        label={say('tasks.plan_what')}
        hint={say('tasks.plan_what_hint')}
        maxLength={200}
        isRequired
      />
      <DayInput source="dueOn" label={say('tasks.plan_day')} min={today} isRequired />
    </FormDialog>
  );
};
