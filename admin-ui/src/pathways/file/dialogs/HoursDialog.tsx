import { useSentences } from '../../../i18n/useSentences.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { TextInput } from '../../../shared/fields/TextInput.tsx';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';

interface HoursValues {
  readonly on: CivilDay;
  readonly attendance: 'LANGUAGE' | 'CIVIC';
  readonly attendedHours: string;
  readonly plannedHours: string;
}

/** Hours attended over hours planned, for one record: the engine adds them up. */
export const HoursDialog = ({ file, onClose }: FileDialogProps) => {
  const say = useSentences();
  const courses = (['LANGUAGE', 'CIVIC'] as const).map((value) => ({ value, label: say(`record.hours_${value}`) }));
  return (
    <EventDialog<HoursValues>
      file={file}
      title={say('record.hours_title')}
      intro={say('record.hours_hint')}
      defaults={{ attendance: 'LANGUAGE' }}
      toEvent={({ on, attendance, attendedHours, plannedHours }) => ({
        attendance,
        on,
        attendedHours: Number(attendedHours),
        plannedHours: Number(plannedHours),
      })}
      beside={['NEXT']}
      onClose={onClose}
    >
      <ChoiceInput source="attendance" label={say('record.hours_of')} options={courses} isRequired />
      <TextInput source="attendedHours" label={say('record.attended')} type="number" min={0} max={400} isRequired />
      <TextInput source="plannedHours" label={say('record.planned')} type="number" min={0} max={400} isRequired />
      <DayInput source="on" label={say('record.on')} isFact isRequired />
    </EventDialog>
  );
};
