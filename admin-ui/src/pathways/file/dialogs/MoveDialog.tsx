import Typography from '@mui/material/Typography';
import { FormDataConsumer } from 'react-admin';
import { ACTORS, type Party } from '../../../../../server/contract/labels.ts';
import type { MoveView } from '../../../../../server/contract/pathway.ts';
import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { FileRecord } from '../../../providers/fileChange.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { optionsOf } from '../../../shared/fields/Choice.tsx';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { TextInput } from '../../../shared/fields/TextInput.tsx';
import { DECISIONS_WITH_TRACK, DECISIONS_WITHOUT_COURSE, OUTCOMES } from '../outcomes.ts';
import { EventDialog } from './EventDialog.tsx';
import { TrackInput } from './TrackInput.tsx';

interface MoveValues {
  readonly on: CivilDay;
  readonly outcome?: string;
  readonly track?: string;
  readonly party?: Party;
  readonly reference?: string;
}

interface MoveDialogProps {
  readonly file: FileRecord;
  readonly move: MoveView;
  /** Whose step it is, where the file does not say so. */
  readonly name?: string;
  readonly onClose: () => void;
}

/** The third click: a step moves, on a day, with its result or whom it waits for. */
export const MoveDialog = ({ file, move, name, onClose }: MoveDialogProps) => {
  const labels = useLabels();
  const say = useSentences();
  const { step, status } = move;
  const words = { step: labels.step[step], status: labels.stepStatus[status] };
  const outcomes = status === 'DONE' || status === 'PARTIALLY_DONE' ? OUTCOMES[step]?.(labels) : undefined;
  const isDecision = step === 'LANGUAGE_DECISION';
  const toEvent = ({ on, ...details }: MoveValues) => ({ step, status, on, ...withoutBlanks(details) });

  return (
    <EventDialog<MoveValues>
      file={file}
      title={name === undefined ? say('record.move_title', words) : say('week.move_of', { ...words, name })}
      {...(move.flags?.includes('prerequisite_missing') ? { intro: say('record.ahead') } : {})}
      toEvent={toEvent}
      saved={say('record.saved_move', words)}
      beside={['NEXT']}
      onClose={onClose}
    >
      <DayInput source="on" label={say('record.on')} isFact isRequired />
      {outcomes && (
        <ChoiceInput
          source="outcome"
          label={isDecision ? say('record.decision') : say('record.outcome')}
          options={outcomes}
          isRequired={isDecision}
        />
      )}
      {isDecision && outcomes && (
        <FormDataConsumer<MoveValues>>
          {({ formData }) =>
            DECISIONS_WITH_TRACK.includes(formData.outcome ?? '') && <TrackInput contract={file.contract} />
          }
        </FormDataConsumer>
      )}
      {isDecision && outcomes && (
        <FormDataConsumer<MoveValues>>
          {({ formData }) =>
            DECISIONS_WITHOUT_COURSE.includes(formData.outcome ?? '') && (
              <Typography sx={{ mb: 2 }}>{say('record.without_course')}</Typography>
            )
          }
        </FormDataConsumer>
      )}
      {status === 'WAITING_THIRD_PARTY' && (
        <ChoiceInput source="party" label={say('record.party')} options={optionsOf(ACTORS, labels.party)} isRequired />
      )}
      <TextInput
        source="reference"
        label={say('record.reference')}
        hint={say('record.reference_hint')}
        maxLength={120}
      />
    </EventDialog>
  );
};

/** An answer left blank is not sent. */
const withoutBlanks = (details: Omit<MoveValues, 'on'>): Omit<MoveValues, 'on'> =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== '' && value !== undefined));
