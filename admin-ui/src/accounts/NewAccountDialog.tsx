import type { AccountMade } from '../../../server/contract/account.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { administration } from '../providers/accountQuestions.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { readDepartments } from './departments.ts';
import { RightsInputs, type RightsForm } from './RightsInputs.tsx';

interface NewAccountDialogProps {
  readonly onClose: () => void;
  readonly onMade: (account: AccountMade) => void;
}

/** Makes an account; its link of invitation comes next. */
export const NewAccountDialog = ({ onClose, onMade }: NewAccountDialogProps) => {
  const say = useSentences();
  return (
    <FormDialog<RightsForm & { email: string }>
      title={say('accounts.create')}
      defaultValues={{}}
      onSubmit={async (given) => {
        onMade(await administration.makeAccount({ ...given, departments: readDepartments(given.departments) }));
      }}
      onClose={onClose}
    >
      <TextInput source="email" type="email" label={say('accounts.email')} isRequired />
      <RightsInputs />
    </FormDialog>
  );
};
