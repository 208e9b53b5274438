import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useLogout } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import { ownAccount } from '../providers/accountQuestions.ts';
import { BusyButton } from '../shared/BusyButton.tsx';
import { Page } from '../shared/Page.tsx';
import { CodeField } from './CodeField.tsx';
import { Refusal } from './Refusal.tsx';

/** All that a session may do when an identity provider answered for a password: show the code that is still owed. */
export const OwedCode = () => {
  const say = useSentences();
  const logout = useLogout();
  const [code, setCode] = useState('');
  const [error, setError] = useState<unknown>();
  const [isPending, setPending] = useState(false);

  const show = async () => {
    setPending(true);
    setError(undefined);
    try {
      await ownAccount.showFactor(code);
      // What she may do now is told by the server.
      window.location.reload();
    } catch (refusal) {
      setCode('');
      setError(refusal);
      setPending(false);
    }
  };

  return (
    <Page title={say('session.owed_title')}>
      <Stack
        component="form"
        spacing={2}
        noValidate
        sx={{ maxWidth: '30rem' }}
        onSubmit={(event) => {
          event.preventDefault();
          void show();
        }}
      >
        <Typography>{say('session.owed_intro')}</Typography>
        <Refusal error={error} />
        <CodeField
          id="owed-code"
          label={say('session.code')}
          hint={say('session.code_hint')}
          value={code}
          onChange={setCode}
        />
        <Typography variant="body2" color="textSecondary">
          {say('session.code_lost')}
        </Typography>
        <Stack direction="row" spacing={2}>
          <BusyButton type="submit" variant="contained" size="large" isBusy={isPending}>
            {say('session.fresh_submit')}
          </BusyButton>
          <Button size="large" onClick={() => void logout()}>
            {say('session.code_back')}
          </Button>
        </Stack>
      </Stack>
    </Page>
  );
};
