import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { questions } from '../providers/questions.ts';
import { BusyButton } from '../shared/BusyButton.tsx';
import { Page } from '../shared/Page.tsx';
import { ScreenNotLoaded } from './screen.ts';

interface BrokenScreenProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** In place of a screen: what happened, and the way to try again. The details are for the console. */
export const BrokenScreen = ({ error, onRetry }: BrokenScreenProps) => {
  const say = useSentences();
  const isNotLoaded = error instanceof ScreenNotLoaded;
  const [isTrying, setTrying] = useState(false);
  useEffect(() => console.error(error), [error]);

  // A browser keeps the failure of a chunk: only the page itself can ask for it again, once the server answers.
  const load = async () => {
    setTrying(true);
    try {
      await questions.instance();
      window.location.reload();
    } catch {
      setTrying(false);
    }
  };
  return (
    <Page title={say('states.error_title')}>
      <Alert severity="error" icon={false} variant="outlined" sx={{ my: 2, bgcolor: 'background.paper' }}>
        <Typography color="textPrimary">{say(isNotLoaded ? 'states.not_loaded' : 'states.crash')}</Typography>
        <BusyButton
          variant="outlined"
          color="error"
          isBusy={isTrying}
          onClick={() => (isNotLoaded ? void load() : onRetry())}
          sx={{ mt: 1 }}
        >
          {say('common.retry')}
        </BusyButton>
      </Alert>
    </Page>
  );
};
