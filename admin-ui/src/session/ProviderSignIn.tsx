import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { InstanceView } from '../../../server/contract/session.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { questions } from '../providers/questions.ts';
import { BusyButton } from '../shared/BusyButton.tsx';
import { useProblem } from '../shared/useProblem.ts';

interface ProviderSignInProps {
  readonly providers: InstanceView['identityProviders'];
  /** Of a link that was sent to somebody new. */
  readonly invitation: string | undefined;
  readonly isPending: boolean;
}

/** One button per identity provider: the browser goes there, and comes back signed in or with a reason. */
export const ProviderSignIn = ({ providers, invitation, isPending }: ProviderSignInProps) => {
  const say = useSentences();
  const problem = useProblem();
  const [error, setError] = useState<unknown>();
  const [isLeaving, setLeaving] = useState(false);

  const leave = async () => {
    setLeaving(true);
    setError(undefined);
    try {
      const { redirectTo } = await questions.startIdentitySignIn(invitation);
      window.location.assign(redirectTo);
    } catch (refusal) {
      setError(refusal);
      setLeaving(false);
    }
  };

  return (
    <Stack spacing={2} sx={{ mb: 3, alignItems: 'flex-start' }}>
      {invitation !== undefined && <Typography>{say('session.invited')}</Typography>}
      {error !== undefined && (
        <Alert severity="error" icon={false} variant="outlined" sx={{ alignSelf: 'stretch' }}>
          {problem(error).sentence}
        </Alert>
      )}
      {providers.map(({ profile, name }) => (
        <BusyButton
          key={`${profile} ${name}`}
          variant="outlined"
          size="large"
          isBusy={isPending || isLeaving}
          onClick={() => void leave()}
        >
          {say('session.through', { name })}
        </BusyButton>
      ))}
      <Typography color="textSecondary">{say('session.or_password')}</Typography>
    </Stack>
  );
};
