import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { FileRecord } from '../../../providers/fileChange.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';

const STAYS = ['DNA_EXIT', 'CPH_STAY'] as const;
type Stay = (typeof STAYS)[number];

/** The stays of this pathway that may be extended: housing of asylum seekers, centre for refugees. */
export function extendableStays({ steps }: FileRecord): Stay[] {
  return STAYS.filter((stay) =>
    steps.some(({ code, state }) => code === stay && state !== 'CLOSED' && state !== 'NOT_OPEN'),
  );
}

/** An extension granted of a stay: its limit moves, and the stall that hangs on it. */
export const StayExtensionDialog = ({ file, onClose }: FileDialogProps) => {
  const labels = useLabels();
  const say = useSentences();
  const stays = extendableStays(file);
  return (
    <EventDialog<{ on: CivilDay; extension: Stay }>
      file={file}
      title={say('record.stay_title')}
      intro={say('record.stay_hint')}
      defaults={stays[0] === undefined ? {} : { extension: stays[0] }}
      toEvent={({ on, extension }) => ({ extension, on })}
      onClose={onClose}
    >
      <ChoiceInput
        source="extension"
        label={say('record.stay')}
        options={stays.map((value) => ({ value, label: labels.step[value] }))}
        isRequired
      />
      <DayInput source="on" label={say('record.stay_on')} isFact isRequired />
    </EventDialog>
  );
};
