import {
  EXEMPTION_GROUNDS,
  HOUSING_CODES,
  LONGEST_EXTENSION_MONTHS,
  PROTECTION_KINDS,
  RESIDENCE_DOCUMENTS,
} from '../../../../server/contract/labels.ts';
import { useLabels } from '../../i18n/useLabels.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { optionsOf } from '../../shared/fields/Choice.tsx';
import { ChoiceInput, YesNoInput } from '../../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../../shared/fields/DayInput.tsx';
import { Fields } from '../../shared/fields/Fields.tsx';
import { TextInput } from '../../shared/fields/TextInput.tsx';
import type { FactKey } from './factsForm.ts';

const numberOrBlank = (text: string) => (text === '' ? '' : Number(text));

/** What is known of the pathway before any event: the dates that start the deadlines. */
export const FactFields = () => {
  const labels = useLabels();
  const say = useSentences();
  const fact = (key: FactKey) => ({ source: `facts.${key}`, label: say(`facts.${key}`) });
  return (
    <>
      <Fields title={say('facts.stay')}>
        <DayInput {...fact('enteredFranceOn')} isFact />
        <DayInput {...fact('firstPermitOn')} isFact />
        <ChoiceInput {...fact('permitType')} options={optionsOf(RESIDENCE_DOCUMENTS, labels.residenceDocument)} />
        <DayInput {...fact('permitExpiresOn')} />
        <DayInput {...fact('permitApplicationOn')} isFact />
        <DayInput {...fact('stayCertificateOn')} isFact />
      </Fields>
      <Fields title={say('facts.protection')}>
        <ChoiceInput {...fact('protectionKind')} options={optionsOf(PROTECTION_KINDS, labels.protectionKind)} />
        <DayInput {...fact('protectionGrantedOn')} isFact />
        <DayInput {...fact('asylumSupportEndedOn')} isFact />
        <DayInput {...fact('refugeeHousingEnteredOn')} isFact />
      </Fields>
      <Fields title={say('facts.contract')}>
        <DayInput {...fact('cirSignedOn')} isFact />
        <TextInput
          {...fact('extensionMonths')}
          type="number"
          min={0}
          max={LONGEST_EXTENSION_MONTHS}
          parse={numberOrBlank}
        />
        <DayInput {...fact('caseOpenedOn')} isFact />
        <YesNoInput {...fact('optionalSignatory')} />
        <ChoiceInput {...fact('exemption')} options={optionsOf(EXEMPTION_GROUNDS, labels.exemptionGround)} />
      </Fields>
      <Fields title={say('facts.household')}>
        <YesNoInput {...fact('isParent')} />
        <ChoiceInput {...fact('housing')} options={optionsOf(HOUSING_CODES, labels.housing)} />
      </Fields>
    </>
  );
};
