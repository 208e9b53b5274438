import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { questions } from '../providers/questions.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useProblem } from '../shared/useProblem.ts';
import { useQuestion } from '../shared/useQuestion.ts';

interface IdentitiesDialogProps {
  /** What people call the provider. */
  readonly name: string;
  readonly onClose: () => void;
}

/** The identities that open one’s account, which may be taken away; and one more, with the password asked again. */
export const IdentitiesDialog = ({ name, onClose }: IdentitiesDialogProps) => {
  const say = useSentences();
  const format = useFormat();
  const problem = useProblem();
  const [refusal, setRefusal] = useState<unknown>();
  const { answer: linked = [], askAgain } = useQuestion('identities', (signal) => questions.identities(signal));

  const unlink = async (id: string) => {
    setRefusal(undefined);
    try {
      await questions.unlinkIdentity(id);
      askAgain();
    } catch (error) {
      setRefusal(error);
    }
  };

  return (
    <FormDialog<{ password: string }>
      title={say('session.identities', { name })}
      intro={say('session.identities_intro', { name })}
      submitLabel={say('session.link', { name })}
      defaultValues={{ password: '' }}
      onSubmit={async ({ password }) => {
        const { redirectTo } = await questions.linkIdentity(password);
        window.location.assign(redirectTo);
      }}
      onClose={onClose}
    >
      {refusal !== undefined && (
        <Alert severity="error" icon={false} variant="outlined">
          {problem(refusal).sentence}
        </Alert>
      )}
      {linked.length > 0 && (
        <Stack component="ul" spacing={1} sx={{ m: 0, pl: 3 }}>
          {linked.map(({ id, issuer, linkedAt }) => (
            <li key={id}>
              <Typography component="span" sx={{ mr: 2 }}>
                {say('session.linked_at', { host: new URL(issuer).hostname, at: format.instant(linkedAt) })}
              </Typography>
              <Button size="small" onClick={() => void unlink(id)}>
                {say('session.unlink')}
              </Button>
            </li>
          ))}
        </Stack>
      )}
      <TextInput source="password" type="password" label={say('session.password')} isRequired />
    </FormDialog>
  );
};
