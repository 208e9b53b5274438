import { CLOSURE_REASON_LABELS, CLOSURE_REASONS, type ClosureReason } from '../../../../../server/contract/labels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { optionsOf } from '../../../shared/fields/Choice.tsx';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';

export const ClosureDialog = ({ file, onClose }: FileDialogProps) => {
  const say = useSentences();
  return (
    <EventDialog<{ on: CivilDay; closure: ClosureReason }>
      file={file}
      title={say('record.closure_title')}
      toEvent={({ on, closure }) => ({ closure, on })}
      onClose={onClose}
    >
      <ChoiceInput
        source="closure"
        label={say('record.closure_reason')}
        options={optionsOf(CLOSURE_REASONS, CLOSURE_REASON_LABELS)}
        isRequired
      />
      <DayInput source="on" label={say('record.on')} isFact isRequired />
    </EventDialog>
  );
};
