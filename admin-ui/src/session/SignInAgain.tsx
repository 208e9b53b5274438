import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useState } from 'react';
import { useLogout } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import { ApiError } from '../providers/apiError.ts';
import { signIn } from '../providers/authProvider.ts';
import { onSessionExpired, settleSession } from '../providers/sessionKeeper.ts';
import { useSession } from '../shared/useSession.ts';
import { CodeField } from './CodeField.tsx';
import { Refusal } from './Refusal.tsx';

/** When the session expires: the page stays, the same person signs in again, what she had typed is kept and sent. */
export const SignInAgain = () => {
  const say = useSentences();
  const logout = useLogout();
  const { user } = useSession();
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string>();
  const [error, setError] = useState<unknown>();
  useEffect(() => onSessionExpired(setOpen), []);

  const enter = async () => {
    setError(undefined);
    try {
      await signIn({ email: user.email, password, ...(code === undefined ? {} : { code }) });
      settleSession(true);
      setPassword('');
      setCode(undefined);
    } catch (refusal) {
      const { code: reason } = refusal instanceof ApiError ? refusal : { code: '' };
      // Right so far: the code is asked beside the password, which stays.
      if (reason === 'code_required' || reason === 'wrong_code') setCode('');
      else setPassword('');
      if (reason !== 'code_required') setError(refusal);
    }
  };

  const leave = () => {
    settleSession(false);
    void logout();
  };

  return (
    <Dialog
      open={isOpen}
      aria-labelledby={`${formId}-title`}
      fullWidth
      maxWidth="xs"
      sx={{ zIndex: 'tooltip' }}
      // What is behind is kept, and is no longer hers to read: the session may have been ended, or the account closed.
      slotProps={{ backdrop: { sx: { bgcolor: 'background.default' } } }}
    >
      <DialogTitle id={`${formId}-title`}>{say('session.again_title')}</DialogTitle>
      <DialogContent>
        <form
          id={formId}
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void enter();
          }}
        >
          <Typography sx={{ mb: 2 }}>{say('session.again_intro')}</Typography>
          <Refusal error={error} />
          <input type="email" name="username" autoComplete="username" value={user.email} readOnly hidden />
          <TextField
            id={`${formId}-password`}
            label={`${say('session.password')}, ${user.email}`}
            type="password"
            autoComplete="current-password"
            autoFocus
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            slotProps={{ inputLabel: { shrink: true } }}
          />
          {code !== undefined && (
            <Box sx={{ mt: 2 }}>
              <CodeField
                id={`${formId}-code`}
                label={say('session.code')}
                hint={say('session.code_hint')}
                value={code}
                onChange={setCode}
              />
            </Box>
          )}
        </form>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={leave}>{say('session.sign_out')}</Button>
        <Button type="submit" form={formId} variant="contained">
          {say('session.again_submit')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
