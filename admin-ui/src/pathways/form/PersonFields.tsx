import Typography from '@mui/material/Typography';
import { useSentences } from '../../i18n/useSentences.ts';
import { BirthInput } from '../../shared/fields/BirthInput.tsx';
import { ChoiceInput } from '../../shared/fields/ChoiceInput.tsx';
import { Fields } from '../../shared/fields/Fields.tsx';
import { TextInput } from '../../shared/fields/TextInput.tsx';

const SEXES = ['F', 'M', 'X'] as const;

/** Who the person is: names, birth as precise as known, how to reach her, her numbers. */
export const PersonFields = ({ isLocated = true }: { isLocated?: boolean }) => {
  const say = useSentences();
  const sexes = SEXES.map((value) => ({ value, label: say(`person.sex_${value}`) }));
  return (
    <>
      <Fields title={say('person.identity')} note={say('person.names_hint')}>
        <TextInput source="person.birthName" label={say('person.birthName')} maxLength={200} />
        <TextInput source="person.usageName" label={say('person.usageName')} maxLength={200} />
        <TextInput source="person.firstNames" label={say('person.firstNames')} maxLength={200} />
        <BirthInput source="person.birth" />
        <ChoiceInput source="person.sex" label={say('person.sex')} options={sexes} isRequired />
        <TextInput source="person.nationality" label={say('person.nationality')} maxLength={100} />
        <TextInput source="person.languages" label={say('person.languages')} hint={say('person.languages_hint')} />
      </Fields>
      {isLocated ? (
        <ContactFields />
      ) : (
        <Fields title={say('person.contact')}>
          <Typography sx={{ gridColumn: '1 / -1' }}>{say('rights.kept_apart_form')}</Typography>
        </Fields>
      )}
      <Fields title={say('person.numbers')}>
        <TextInput
          source="person.foreignerNumber"
          label={say('person.foreignerNumber')}
          hint={say('person.foreigner_hint')}
          maxLength={10}
        />
        <TextInput
          source="person.ofiiNumber"
          label={say('person.ofiiNumber')}
          hint={say('person.ofii_hint')}
          maxLength={11}
        />
      </Fields>
    </>
  );
};

const ContactFields = () => {
  const say = useSentences();
  return (
    <Fields title={say('person.contact')}>
      <TextInput source="person.phone" label={say('person.phone')} type="tel" maxLength={30} />
      <TextInput source="person.email" label={say('person.email')} type="email" maxLength={200} />
      <TextInput source="person.address.line" label={say('person.address_line')} maxLength={200} />
      <TextInput source="person.address.postcode" label={say('person.postcode')} maxLength={5} />
      <TextInput source="person.address.commune" label={say('person.commune')} maxLength={100} />
    </Fields>
  );
};
