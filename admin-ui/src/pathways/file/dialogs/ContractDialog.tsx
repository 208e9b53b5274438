import Typography from '@mui/material/Typography';
import { FormDataConsumer } from 'react-admin';
import { LONGEST_EXTENSION_MONTHS, type ContractState } from '../../../../../server/contract/labels.ts';
import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { optionsOf } from '../../../shared/fields/Choice.tsx';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { TextInput } from '../../../shared/fields/TextInput.tsx';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';

interface ContractValues {
  readonly on: CivilDay;
  readonly contract: ContractState;
  readonly months: string;
}

/** A move of the contract that the prefect or OFII has made: recorded here, never decided here. */
export const ContractDialog = ({ file, onClose }: FileDialogProps) => {
  const labels = useLabels();
  const say = useSentences();
  const offered = file.contract.moves.filter(({ allowed }) => allowed);
  const isCutShort = (state: ContractState) =>
    offered.some((move) => move.state === state && move.flags?.includes('observations_cut_short'));
  return (
    <EventDialog<ContractValues>
      file={file}
      title={say('record.contract_title')}
      toEvent={({ on, contract, months }) =>
        contract === 'EXTENDED' ? { contract, on, months: Number(months) } : { contract, on }
      }
      beside={['NEXT']}
      onClose={onClose}
    >
      <ChoiceInput
        source="contract"
        label={say('record.contract_state')}
        options={optionsOf(
          offered.map(({ state }) => state),
          labels.contractState,
        )}
        isRequired
      />
      <FormDataConsumer<ContractValues>>
        {({ formData }) =>
          formData.contract === 'EXTENDED' && (
            <TextInput
              source="months"
              label={say('record.months')}
              type="number"
              min={1}
              max={LONGEST_EXTENSION_MONTHS}
              isRequired
            />
          )
        }
      </FormDataConsumer>
      <FormDataConsumer<ContractValues>>
        {({ formData }) =>
          formData.contract !== undefined &&
          isCutShort(formData.contract) && (
            <Typography sx={{ mb: 2 }}>
              {file.contract.sentence} {say('record.cut_short')}
            </Typography>
          )
        }
      </FormDataConsumer>
      <DayInput source="on" label={say('record.on')} isFact isRequired />
    </EventDialog>
  );
};
