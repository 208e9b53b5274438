import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { Page } from '../shared/Page.tsx';
import { Section } from '../shared/Section.tsx';
import { Enrolment } from './Enrolment.tsx';
import { OwnFactor } from './OwnFactor.tsx';
import { OwnSessions } from './OwnSessions.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

type Step =
  { readonly at: 'home' } | { readonly at: 'enrol' } | { readonly at: 'codes'; readonly codes: readonly string[] };

/** One's own account: second factor, password, sessions. */
export const OwnAccount = () => {
  const say = useSentences();
  const [step, setStep] = useState<Step>({ at: 'home' });
  const [isChanging, setChanging] = useState(false);
  const [error, setError] = useState<unknown>();
  const showCodes = (codes: readonly string[]) => setStep({ at: 'codes', codes });

  if (step.at === 'enrol')
    return (
      <Page key="enrol" title={say('account.enrol_title')}>
        <Enrolment onEnrolled={showCodes} />
      </Page>
    );
  if (step.at === 'codes')
    return (
      <Page key="codes" title={say('account.codes_title')}>
        <RecoveryCodes codes={step.codes} onKept={() => setStep({ at: 'home' })} />
      </Page>
    );
  return (
    <Page key="home" title={say('account.title')}>
      {error !== undefined && <ErrorCard error={error} refused={say('forms.refused')} />}
      <OwnFactor onReplace={() => setStep({ at: 'enrol' })} onCodes={showCodes} onError={setError} />
      <Section id="password" title={say('account.password_title')}>
        <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
          <Typography>{say('account.password_intro')}</Typography>
          <Button variant="outlined" onClick={() => setChanging(true)}>
            {say('account.password_button')}
          </Button>
        </Stack>
      </Section>
      <OwnSessions onError={setError} />
      {isChanging && <PasswordDialog onClose={() => setChanging(false)} />}
    </Page>
  );
};
