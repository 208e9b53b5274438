import { HOME_LEFT_REASONS, type HomeLeftReason } from '../../../../../server/contract/labels.ts';
import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { FileRecord } from '../../../providers/fileChange.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { optionsOf } from '../../../shared/fields/Choice.tsx';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';

/** Whether the person lives in a home that the file has seen found. */
export function holdsHome({ steps }: FileRecord): boolean {
  return steps.some(({ code, status }) => code === 'HOUSING_ACCESS' && status === 'DONE');
}

/** The home found is left: one is to be found again, and nothing of the first is checked any more. */
export const HomeLeftDialog = ({ file, onClose }: FileDialogProps) => {
  const labels = useLabels();
  const say = useSentences();
  return (
    <EventDialog<{ on: CivilDay; homeLeft: HomeLeftReason }>
      file={file}
      title={say('record.home_left_title')}
      intro={say('record.home_left_intro')}
      toEvent={({ on, homeLeft }) => ({ homeLeft, on })}
      onClose={onClose}
    >
      <ChoiceInput
        source="homeLeft"
        label={say('record.home_left_reason')}
        options={optionsOf(HOME_LEFT_REASONS, labels.homeLeft)}
        isRequired
      />
      <DayInput source="on" label={say('record.on')} isFact isRequired />
    </EventDialog>
  );
};
