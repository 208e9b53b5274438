import { useInput } from 'react-admin';
import { useSentences } from '../../i18n/useSentences.ts';
import { ChoiceInput } from './ChoiceInput.tsx';
import { DayInput } from './DayInput.tsx';
import { TextInput } from './TextInput.tsx';

const PRECISIONS = ['DAY', 'MONTH', 'YEAR', 'UNKNOWN'] as const;
type Precision = (typeof PRECISIONS)[number];

const monthFormat = (value: unknown) =>
  /^(?:0[1-9]|1[0-2])\/\d{4}$/.test(String(value)) ? undefined : 'person.month_format';
const yearFormat = (value: unknown) => (/^\d{4}$/.test(String(value)) ? undefined : 'person.year_format');

/** A birth date as precise as the papers tell it: no day is ever invented. */
export const BirthInput = ({ source }: { source: string }) => {
  const say = useSentences();
  const { field } = useInput({ source: `${source}.precision`, defaultValue: 'DAY' });
  const options = PRECISIONS.map((value) => ({ value, label: say(`person.precision_${value}`) }));

  return (
    <>
      <ChoiceInput
        source={`${source}.precision`}
        label={say('person.birth_precision')}
        options={options}
        defaultValue="DAY"
        isRequired
      />
      <BirthValue source={`${source}.value`} precision={field.value as Precision} />
    </>
  );
};

// Each precision keeps a value of its own: changing one's mind does not turn a day into a year.
const BirthValue = ({ source, precision }: { source: string; precision: Precision }) => {
  const say = useSentences();
  if (precision === 'DAY')
    return (
      <DayInput
        source={`${source}s.DAY`}
        errorPath={source}
        label={say('person.birth_day')}
        hint={say('forms.day_example')}
        isFact
        isRequired
      />
    );
  if (precision === 'MONTH') {
    return (
      <TextInput
        source={`${source}s.MONTH`}
        errorPath={source}
        label={say('person.birth_month')}
        hint={say('person.month_example')}
        validate={monthFormat}
        isRequired
      />
    );
  }
  if (precision === 'YEAR') {
    return (
      <TextInput
        source={`${source}s.YEAR`}
        errorPath={source}
        label={say('person.birth_year')}
        hint={say('person.year_example')}
        validate={yearFormat}
        isRequired
      />
    );
  }
  return null;
};
