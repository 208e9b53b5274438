import Typography from '@mui/material/Typography';
import { FormDataConsumer } from 'react-admin';
import { RESIDENCE_DOCUMENTS, type ResidenceDocument } from '../../../../../server/contract/labels.ts';
import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { optionsOf } from '../../../shared/fields/Choice.tsx';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { useFormat } from '../../../shared/useFormat.ts';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';

interface DocumentValues {
  readonly on: CivilDay;
  readonly document: ResidenceDocument;
  readonly until: CivilDay;
}

/** A residence document given to the person: the renewal of a permit is followed in its turn. */
export const ResidenceDocumentDialog = ({ file, onClose }: FileDialogProps) => {
  const labels = useLabels();
  const say = useSentences();
  const { longDay } = useFormat();
  const known = file.permit?.validUntil ?? null;
  return (
    <EventDialog<DocumentValues>
      file={file}
      title={say('record.document_title')}
      intro={say('record.document_intro')}
      toEvent={({ on, document, until }) => ({ document, on, until })}
      beside={['NEXT']}
      onClose={onClose}
    >
      <ChoiceInput
        source="document"
        label={say('record.document')}
        options={optionsOf(RESIDENCE_DOCUMENTS, labels.residenceDocument)}
        isRequired
      />
      <DayInput source="on" label={say('record.document_on')} isFact isRequired />
      <DayInput source="until" label={say('record.document_until')} isRequired />
      <FormDataConsumer<DocumentValues>>
        {({ formData: { until } }) =>
          // A year mistyped: the next renewal would be asked for too late, or for nothing.
          known !== null &&
          until !== undefined &&
          /^\d{4}/.test(until) &&
          until <= known && (
            <Typography role="status" sx={{ mb: 2 }}>
              {say('record.document_not_longer', { day: longDay(known) })}
            </Typography>
          )
        }
      </FormDataConsumer>
    </EventDialog>
  );
};
