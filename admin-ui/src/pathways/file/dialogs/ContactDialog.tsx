import { CONTACT_MEDIA, type ContactMedium } from '../../../../../server/contract/labels.ts';
import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { optionsOf } from '../../../shared/fields/Choice.tsx';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import type { FileDialogProps } from './fileDialog.ts';
import { EventDialog } from './EventDialog.tsx';

interface ContactValues {
  readonly on: CivilDay;
  readonly contact: 'REACHED' | 'NO_ANSWER';
  readonly medium: ContactMedium;
}

/** The one of the last contact noted since the page was opened: calls are made in a row. */
let lastMedium: ContactMedium = 'PHONE';

/** A contact, reached or not: only a person really reached counts. `name` is hers, where the file does not say it. */
export const ContactDialog = ({ file, name, onClose }: FileDialogProps & { readonly name?: string }) => {
  const labels = useLabels();
  const say = useSentences();
  const results = (['REACHED', 'NO_ANSWER'] as const).map((value) => ({
    value,
    label: say(`record.contact_${value}`),
  }));
  return (
    <EventDialog<ContactValues>
      file={file}
      title={name === undefined ? say('record.contact_title') : say('week.contact_of', { name })}
      defaults={{ contact: 'REACHED', medium: lastMedium }}
      toEvent={({ on, contact, medium }) => {
        lastMedium = medium;
        return { contact, on, medium };
      }}
      beside={['NOTE', 'NEXT']}
      onClose={onClose}
    >
      <ChoiceInput source="contact" label={say('record.contact_result')} options={results} isRequired />
      <ChoiceInput
        source="medium"
        label={say('record.medium')}
        options={optionsOf(CONTACT_MEDIA, labels.contactMedium)}
        isRequired
      />
      <DayInput source="on" label={say('record.on')} isFact isRequired />
    </EventDialog>
  );
};
