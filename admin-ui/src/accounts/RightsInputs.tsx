import { ROLES } from '../../../server/contract/labels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ChoiceInput } from '../shared/fields/ChoiceInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { useOrganisationChoices } from './useOrganisationChoices.ts';

/** The name and the rights of an account, as the server takes them but for the departments, typed in one line. */
export interface RightsForm {
  readonly displayName: string;
  readonly role: (typeof ROLES)[number];
  readonly organisationId: string;
  readonly departments?: string;
}

export const RightsInputs = () => {
  const say = useSentences();
  const organisations = useOrganisationChoices();
  return (
    <>
      <TextInput source="displayName" label={say('accounts.name')} isRequired />
      <ChoiceInput
        source="role"
        label={say('accounts.role')}
        options={ROLES.map((value) => ({ value, label: say(`roles.${value}`) }))}
        isRequired
      />
      <ChoiceInput source="organisationId" label={say('accounts.organisation')} options={organisations} isRequired />
      <TextInput source="departments" label={say('accounts.departments')} hint={say('accounts.departments_hint')} />
    </>
  );
};
