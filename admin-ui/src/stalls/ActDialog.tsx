import { REFERENT_ACTIONS } from '../../../server/contract/labels.ts';
import type { StallActionInput, StallRow } from '../../../server/contract/stall.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { questions } from '../providers/questions.ts';
import { optionsOf } from '../shared/fields/Choice.tsx';
import { ChoiceInput } from '../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../shared/fields/DayInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useSession } from '../shared/useSession.ts';
import { useSubmissionKey } from '../shared/useSubmissionKey.ts';
import { useTell } from '../shared/useTell.ts';

interface ActValues {
  readonly action: StallActionInput['action'];
  readonly note: string;
  readonly dueOn: StallActionInput['dueOn'] | '';
}

interface ActDialogProps {
  readonly stall: StallRow;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What the referent does about a stall. It concerns the follow-up: the stall itself goes when the fact arrives. */
export const ActDialog = ({ stall, onClose, onDone }: ActDialogProps) => {
  const labels = useLabels();
  const say = useSentences();
  const tell = useTell();
  const { today } = useSession();
  const keyFor = useSubmissionKey();

  return (
    <FormDialog<ActValues>
      title={say('stalls.act_title', { number: stall.number })}
      intro={`${labels.stallRule[stall.rule]}. ${stall.sentence}`}
      defaultValues={{}}
      onSubmit={async ({ action, note, dueOn }) => {
        const body: StallActionInput = {
          action,
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          ...(dueOn ? { dueOn } : {}),
        };
        await questions.actOnStall(String(stall.id), body, keyFor(body));
        tell(say('stalls.acted', { number: stall.number }));
        onDone();
      }}
      onClose={onClose}
    >
      <ChoiceInput
        source="action"
        label={say('stalls.action')}
        options={optionsOf(REFERENT_ACTIONS, labels.referentAction)}
        isRequired
      />
      <TextInput source="note" label={say('stalls.note')} hint={say('stalls.note_hint')} maxLength={500} rows={3} />
      <DayInput source="dueOn" label={say('stalls.due')} min={today} />
    </FormDialog>
  );
};
