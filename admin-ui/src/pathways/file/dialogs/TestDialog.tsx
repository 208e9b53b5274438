import { useSentences } from '../../../i18n/useSentences.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { TextInput } from '../../../shared/fields/TextInput.tsx';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';

/** A language test: the first is the baseline, the next ones show the progress. */
export const TestDialog = ({ file, onClose }: FileDialogProps) => {
  const say = useSentences();
  return (
    <EventDialog<{ on: CivilDay; score: string }>
      file={file}
      title={say('record.test_title')}
      toEvent={({ on, score }) => ({ test: 'LANGUAGE', on, score: Number(score) })}
      beside={['NEXT']}
      onClose={onClose}
    >
      <TextInput source="score" label={say('record.score')} type="number" min={0} max={1000} isRequired />
      <DayInput source="on" label={say('record.on')} isFact isRequired />
    </EventDialog>
  );
};
