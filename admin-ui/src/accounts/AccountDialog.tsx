import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { AccountView } from '../../../server/contract/account.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { administration } from '../providers/accountQuestions.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useTell } from '../shared/useTell.ts';
import { readDepartments } from './departments.ts';
import { RightsInputs, type RightsForm } from './RightsInputs.tsx';

export type AccountDialogName = 'edit' | 'disable' | 'factor';

interface AccountDialogProps {
  readonly name: AccountDialogName;
  readonly account: AccountView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export const AccountDialog = ({ name, ...props }: AccountDialogProps) => {
  if (name === 'edit') return <EditDialog {...props} />;
  return name === 'disable' ? <DisableDialog {...props} /> : <FactorDialog {...props} />;
};

type DialogProps = Omit<AccountDialogProps, 'name'>;

const EditDialog = ({ account: shown, onClose, onDone }: DialogProps) => {
  // What the form was opened on: rights that are read again meanwhile must not pass for those that one has seen.
  const [account] = useState(shown);
  const say = useSentences();
  const tell = useTell();
  const { displayName, role, organisationId, departments } = account;
  return (
    <FormDialog<RightsForm>
      title={say('accounts.edit')}
      defaultValues={{ displayName, role, organisationId, departments: departments.join(', ') }}
      onSubmit={async (given) => {
        await administration.changeAccount(account.id, account.version, {
          displayName: given.displayName,
          role: given.role,
          organisationId: given.organisationId,
          departments: readDepartments(given.departments),
        });
        tell(say('accounts.saved'));
        onDone();
      }}
      onClose={onClose}
    >
      <RightsInputs />
      <FilesLeft account={account} />
    </FormDialog>
  );
};

/** What the database does with the files of whoever no longer follows any, or leaves the structure: said before it does. */
const FilesLeft = ({ account }: { account: AccountView }) => {
  const say = useSentences();
  const [role, organisationId] = useWatch<RightsForm, ['role', 'organisationId']>({ name: ['role', 'organisationId'] });
  if (!followsFiles(account.role)) return null;
  if (organisationId === account.organisationId && followsFiles(role)) return null;
  return (
    <Alert severity="warning" variant="outlined" icon={false} role="status">
      {say('accounts.files_left', { organisation: account.organisation })}
    </Alert>
  );
};

function followsFiles(role: AccountView['role']): boolean {
  return role === 'ASSOCIATION_CASEWORKER' || role === 'ASSOCIATION_MANAGER';
}

const DisableDialog = ({ account, onClose, onDone }: DialogProps) => {
  const say = useSentences();
  const tell = useTell();
  return (
    <FormDialog<object>
      title={say('accounts.disable_title', { name: account.displayName })}
      intro={say('accounts.disable_intro')}
      submitLabel={say('accounts.disable')}
      defaultValues={{}}
      onSubmit={async () => {
        await administration.disable(account.id);
        tell(say('accounts.disabled'));
        onDone();
      }}
      onClose={onClose}
    />
  );
};

const FactorDialog = ({ account, onClose, onDone }: DialogProps) => {
  const say = useSentences();
  const tell = useTell();
  return (
    <FormDialog<{ reason: string }>
      title={say('accounts.reset_factor_title', { name: account.displayName })}
      intro={say('accounts.reset_factor_intro')}
      submitLabel={say('accounts.reset_factor')}
      defaultValues={{}}
      onSubmit={async ({ reason }) => {
        await administration.resetFactor(account.id, reason);
        tell(say('accounts.factor_reset'));
        onDone();
      }}
      onClose={onClose}
    >
      <TextInput source="reason" label={say('accounts.reset_factor_reason')} maxLength={300} isRequired />
    </FormDialog>
  );
};
