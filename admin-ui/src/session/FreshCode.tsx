import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { ownAccount } from '../providers/accountQuestions.ts';
import { onFactorNeeded, settleFactor } from '../providers/factorKeeper.ts';
import { useSession } from '../shared/useSession.ts';
import { CodeField } from './CodeField.tsx';
import { Refusal } from './Refusal.tsx';

/** When an action asks for a recent code: the page stays, the code is typed, the action goes on. */
export const FreshCode = () => {
  const say = useSentences();
  const { user, secondFactor } = useSession();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [error, setError] = useState<unknown>();
  useEffect(() => onFactorNeeded(setOpen), []);

  const leave = (renewed: boolean) => {
    setCode('');
    setError(undefined);
    settleFactor(renewed);
  };
  const confirm = async () => {
    setError(undefined);
    try {
      await ownAccount.showFactor(code);
      leave(true);
    } catch (refusal) {
      setCode('');
      setError(refusal);
    }
  };

  return (
    <Dialog
      open={isOpen}
      onClose={(_event, reason) => reason !== 'backdropClick' && leave(false)}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth="xs"
    >
      <DialogTitle id={`${id}-title`}>{say('session.fresh_title')}</DialogTitle>
      <DialogContent>
        <form
          id={id}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void confirm();
          }}
        >
          <Typography sx={{ mb: 2 }}>{say('session.fresh_intro')}</Typography>
          <Refusal error={error} />
          <CodeField id={`${id}-code`} label={say('session.fresh_code')} value={code} onChange={setCode} />
          {secondFactor.state === 'NOT_ASKED' && (
            <Button
              sx={{ mt: 1 }}
              onClick={() => void ownAccount.demoCode(user.email).then((shown = '') => setCode(shown))}
            >
              {say('session.fresh_demo')}
            </Button>
          )}
        </form>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={() => leave(false)}>{say('common.cancel')}</Button>
        <Button type="submit" form={id} variant="contained">
          {say('session.fresh_submit')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
