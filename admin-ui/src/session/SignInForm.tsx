import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';
import type { Credentials } from '../providers/authProvider.ts';
import { CodeField } from './CodeField.tsx';
import { Refusal } from './Refusal.tsx';
import { BusyButton } from '../shared/BusyButton.tsx';

interface SignInFormProps {
  readonly credentials: Credentials;
  readonly onChange: (credentials: Credentials) => void;
  readonly onSubmit: () => void;
  /** The password was right: its code is asked now. */
  readonly asksCode: boolean;
  readonly onBack: () => void;
  readonly error: unknown;
  readonly isPending: boolean;
}

/** E-mail and password, then the code; each step alone on the page. */
export const SignInForm = (props: SignInFormProps) => {
  const say = useSentences();
  const { onSubmit, asksCode, onBack, error, isPending } = props;
  return (
    <Stack
      component="form"
      spacing={2}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Refusal error={error} />
      {asksCode ? <CodeStep {...props} /> : <PasswordStep {...props} />}
      <Stack direction="row" spacing={2}>
        <BusyButton
          type="submit"
          variant="contained"
          size="large"
          isBusy={isPending}
          busyLabel={say('session.submitting')}
        >
          {say('session.submit')}
        </BusyButton>
        {asksCode && (
          <Button size="large" onClick={onBack}>
            {say('session.code_back')}
          </Button>
        )}
      </Stack>
    </Stack>
  );
};

const PasswordStep = ({ credentials, onChange }: SignInFormProps) => {
  const say = useSentences();
  return (
    <>
      <TextField
        id="email"
        label={say('session.email')}
        type="email"
        autoComplete="username"
        required
        autoFocus
        value={credentials.email}
        onChange={(event) => onChange({ ...credentials, email: event.target.value })}
        slotProps={{ inputLabel: { shrink: true, required: false } }}
      />
      <TextField
        id="password"
        label={say('session.password')}
        type="password"
        autoComplete="current-password"
        required
        value={credentials.password}
        onChange={(event) => onChange({ ...credentials, password: event.target.value })}
        slotProps={{ inputLabel: { shrink: true, required: false } }}
      />
    </>
  );
};

const CodeStep = ({ credentials, onChange }: SignInFormProps) => {
  const say = useSentences();
  return (
    <>
      <Typography>{say('session.code_intro')}</Typography>
      <CodeField
        id="code"
        label={say('session.code')}
        hint={say('session.code_hint')}
        value={credentials.code ?? ''}
        onChange={(code) => onChange({ ...credentials, code })}
      />
      <Typography variant="body2" color="textSecondary">
        {say('session.code_lost')}
      </Typography>
    </>
  );
};
