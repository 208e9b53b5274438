import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useLocation, useLogin } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import { Toasts } from '../layout/Toasts.tsx';
import type { Credentials } from '../providers/authProvider.ts';
import { ApiError } from '../providers/apiError.ts';
import { questions } from '../providers/questions.ts';
import { Page } from '../shared/Page.tsx';
import { useQuestion } from '../shared/useQuestion.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { Door } from './Door.tsx';
import { ProviderSignIn } from './ProviderSignIn.tsx';
import { RefusedReturn } from './RefusedReturn.tsx';
import { SignInForm } from './SignInForm.tsx';

/** The door: an identity provider where there is one, or e-mail and password, then a code; in a demonstration, one click per account. */
export const SignIn = () => {
  const say = useSentences();
  const login = useLogin();
  const { answer: instance } = useQuestion('instance', (signal) => questions.instance(signal));
  const [credentials, setCredentials] = useState<Credentials>({ email: '', password: '' });
  const [error, setError] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const address = new URLSearchParams(useLocation().search);
  const refused = address.get('refused');
  const [asksCode, setAsksCode] = useState(false);

  const enter = async (given: Credentials) => {
    setCredentials(given);
    setPending(true);
    setError(undefined);
    try {
      await login(given);
    } catch (refusal) {
      const needsCode = refusal instanceof ApiError && refusal.code === 'code_required';
      if (needsCode) setAsksCode(true);
      else setError(refusal);
      setPending(false);
    }
  };

  return (
    <Door>
      <Page title={say('session.title')}>
        <Typography sx={{ mb: 3 }}>{say('session.intro')}</Typography>
        {refused !== null && error === undefined && <RefusedReturn code={refused} />}
        {instance !== undefined && instance.identityProviders.length > 0 && (
          <ProviderSignIn
            providers={instance.identityProviders}
            invitation={address.get('invitation') ?? undefined}
            isPending={isPending}
          />
        )}
        <Paper sx={{ p: { xs: 2, sm: 3 } }}>
          <SignInForm
            credentials={credentials}
            onChange={setCredentials}
            onSubmit={() => void enter(credentials)}
            asksCode={asksCode}
            onBack={() => {
              setAsksCode(false);
              setError(undefined);
              setCredentials({ email: '', password: '' });
            }}
            error={error}
            isPending={isPending}
          />
        </Paper>
        {instance?.demo === true && !asksCode && (
          <DemoAccounts
            accounts={instance.demoAccounts}
            isPending={isPending}
            onChoose={(account) => void enter(account)}
          />
        )}
      </Page>
      <Toasts />
    </Door>
  );
};
