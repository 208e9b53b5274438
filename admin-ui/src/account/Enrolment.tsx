import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { ownAccount } from '../providers/accountQuestions.ts';
import { CodeField } from '../session/CodeField.tsx';
import { Refusal } from '../session/Refusal.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { useQuestion } from '../shared/useQuestion.ts';
import { QrCode } from './QrCode.tsx';

/** A new authenticator: its secret, shown once, and a first code of it. Gives the recovery codes. */
export const Enrolment = ({ onEnrolled }: { onEnrolled: (recoveryCodes: readonly string[]) => void }) => {
  const say = useSentences();
  const { answer, error, askAgain } = useQuestion('enrolment', () => ownAccount.startEnrolment());
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<unknown>();

  const confirm = async () => {
    setRefusal(undefined);
    try {
      onEnrolled((await ownAccount.confirmEnrolment(code)).recoveryCodes);
    } catch (problem) {
      setCode('');
      setRefusal(problem);
    }
  };

  if (error !== undefined) return <ErrorCard error={error} onRetry={askAgain} />;
  if (answer === undefined) return <LoadingBlock />;
  return (
    <Stack spacing={2} sx={{ alignItems: 'flex-start', maxWidth: '46rem' }}>
      <Typography>{say('account.enrol_intro')}</Typography>
      <Typography variant="h3" component="h2">
        {say('account.enrol_scan')}
      </Typography>
      <QrCode text={answer.uri} label={say('account.enrol_qr')} />
      <Box>
        <Typography id="enrolment-key">{say('account.enrol_by_hand')}</Typography>
        <Box component="code" aria-labelledby="enrolment-key" sx={{ fontSize: '1.125rem', overflowWrap: 'anywhere' }}>
          {answer.secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </Box>
      </Box>
      <Box
        component="form"
        noValidate
        sx={{ width: '100%', maxWidth: '24rem' }}
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <Refusal error={refusal} />
        <Stack spacing={2} sx={{ alignItems: 'flex-start' }}>
          <CodeField
            id="enrolment-code"
            label={say('account.enrol_code')}
            value={code}
            onChange={setCode}
            autoFocus={false}
          />
          <Button type="submit" variant="contained">
            {say('account.enrol_submit')}
          </Button>
        </Stack>
      </Box>
    </Stack>
  );
};
