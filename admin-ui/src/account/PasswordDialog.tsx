import { useSentences } from '../i18n/useSentences.ts';
import { ownAccount } from '../providers/accountQuestions.ts';
import { sameAs } from '../session/samePassword.ts';
import { PasswordInput } from '../shared/fields/PasswordInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useTell } from '../shared/useTell.ts';

interface PasswordForm {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Changes one's own password. */
export const PasswordDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSentences();
  const tell = useTell();
  return (
    <FormDialog<PasswordForm>
      title={say('account.password_button')}
      intro={say('session.link_intro')}
      defaultValues={{}}
      onSubmit={async ({ currentPassword, newPassword }) => {
        await ownAccount.changePassword({ currentPassword, newPassword });
        tell(say('account.password_changed'));
      }}
      onClose={onClose}
    >
      <PasswordInput source="currentPassword" label={say('account.password_current')} isRequired />
      <PasswordInput source="newPassword" label={say('session.link_password')} isNew isRequired />
      <PasswordInput
        source="again"
        label={say('session.link_again')}
        validate={sameAs('newPassword')}
        isNew
        isRequired
      />
    </FormDialog>
  );
};
