import { PAUSE_REASONS, type PauseReason } from '../../../../../server/contract/labels.ts';
import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { optionsOf } from '../../../shared/fields/Choice.tsx';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';

interface PauseValues {
  readonly on: CivilDay;
  readonly pause: PauseReason;
  readonly until: CivilDay | '';
}

/** A pause: the delays that hang on the person move by its length; those of the law do not. */
export const PauseDialog = ({ file, onClose }: FileDialogProps) => {
  const labels = useLabels();
  const say = useSentences();
  return (
    <EventDialog<PauseValues>
      file={file}
      title={say('record.pause_title')}
      toEvent={({ on, pause, until }) => ({ pause, on, until: until === '' ? null : until })}
      onClose={onClose}
    >
      <ChoiceInput
        source="pause"
        label={say('record.pause_reason')}
        options={optionsOf(PAUSE_REASONS, labels.pauseReason)}
        isRequired
      />
      <DayInput source="on" label={say('record.on')} isFact isRequired />
      <DayInput source="until" label={say('record.pause_until')} />
    </EventDialog>
  );
};
