import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useEffect, useState } from 'react';
import { Form, useLocation, useNavigate } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import { ownAccount } from '../providers/accountQuestions.ts';
import { ButtonLink } from '../shared/ButtonLink.tsx';
import { ErrorSummary } from '../shared/fields/ErrorSummary.tsx';
import { FormErrors } from '../shared/fields/FormErrors.tsx';
import { PasswordInput } from '../shared/fields/PasswordInput.tsx';
import { Page } from '../shared/Page.tsx';
import { Door } from './Door.tsx';
import { sameAs } from './samePassword.ts';

/** Where a link of invitation or of reset leads: a password is chosen, and one signs in with it. */
export const PasswordLink = () => {
  const say = useSentences();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [token, setToken] = useState('');
  const [error, setError] = useState<unknown>();
  const [isDone, setDone] = useState(false);
  // Out of the address at once: it would stay in the history of a shared browser.
  useEffect(() => {
    const given = new URLSearchParams(search).get('token');
    if (given === null) return;
    setToken(given);
    navigate('/password-link', { replace: true });
  }, [search, navigate]);

  const choose = async (values: unknown) => {
    setError(undefined);
    try {
      await ownAccount.choosePassword({ token, newPassword: (values as { newPassword: string }).newPassword });
      setDone(true);
    } catch (refusal) {
      setError(refusal);
    }
  };

  return (
    <Door>
      <Page title={say('session.link_title')}>
        {isDone ? (
          <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
            <Typography role="status">{say('session.link_done')}</Typography>
            <ButtonLink to="/login">{say('session.link_sign_in')}</ButtonLink>
          </Stack>
        ) : (
          <Paper sx={{ p: { xs: 2, sm: 3 } }}>
            <FormErrors error={error}>
              <ErrorSummary error={error} />
              <Form noValidate onSubmit={choose} disableInvalidFormNotification>
                <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
                  <Typography>{say('session.link_intro')}</Typography>
                  <PasswordInput source="newPassword" label={say('session.link_password')} isNew isRequired />
                  <PasswordInput
                    source="again"
                    label={say('session.link_again')}
                    validate={sameAs('newPassword')}
                    isNew
                    isRequired
                  />
                  <Button type="submit" variant="contained" size="large">
                    {say('session.link_submit')}
                  </Button>
                </Stack>
              </Form>
            </FormErrors>
          </Paper>
        )}
      </Page>
    </Door>
  );
};
