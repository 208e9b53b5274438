import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useEffect, useRef } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import type { Credentials } from '../providers/authProvider.ts';
import { useProblem } from '../shared/useProblem.ts';

interface SignInFormProps {
  readonly credentials: Credentials;
  readonly onChange: (credentials: Credentials) => void;
  readonly onSubmit: () => void;
  readonly error: unknown;
  readonly isPending: boolean;
}

export const SignInForm = ({ credentials, onChange, onSubmit, error, isPending }: SignInFormProps) => {
  const say = useSentences();
  const problem = useProblem();
  const refusal = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== undefined) refusal.current?.focus();
  }, [error]);

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
      {error !== undefined && (
        <Alert ref={refusal} tabIndex={-1} severity="error" icon={false} variant="outlined">
          {problem(error).sentence}
        </Alert>
      )}
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
      <Button type="submit" variant="contained" size="large" disabled={isPending} sx={{ alignSelf: 'flex-start' }}>
        {isPending ? say('session.submitting') : say('session.submit')}
      </Button>
    </Stack>
  );
};
