import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';
import { KeptFile, keptFileOf } from './KeptFile.tsx';
import { useProblem } from './useProblem.ts';

interface ErrorCardProps {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong, in a sentence, with the number to quote and the way to try again. */
export const ErrorCard = ({ error, title, onRetry }: ErrorCardProps) => {
  const say = useSentences();
  const { sentence, incident } = useProblem()(error);
  // Asked for again, it is no more there than before: another one is.
  const isMerged = keptFileOf(error) !== undefined;

  return (
    <Alert severity="error" icon={false} variant="outlined" sx={{ my: 2, bgcolor: 'background.paper' }}>
      <AlertTitle>{title ?? say(isMerged ? 'merging.gone_title' : 'states.error_title')}</AlertTitle>
      <Typography sx={{ color: 'text.primary' }}>{sentence}</Typography>
      {incident !== undefined && (
        <Typography variant="body2" color="textSecondary">
          {say('states.incident', { id: incident })}
        </Typography>
      )}
      <KeptFile error={error} />
      {onRetry && !isMerged && (
        <Button variant="outlined" color="error" onClick={onRetry} sx={{ mt: 1 }}>
          {say('common.retry')}
        </Button>
      )}
    </Alert>
  );
};
