import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { useAnnounce } from './Announcer.tsx';
import { KeptFile, keptFileOf } from './KeptFile.tsx';
import { useProblem, useSavingProblem } from './useProblem.ts';

interface ErrorCardProps {
  readonly error: unknown;
  readonly title?: string;
  /** Of what was to be saved, in place of a title: what is told of it where the server refused. */
  readonly refused?: string;
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong, in a sentence, with the number to quote and the way to try again. */
export const ErrorCard = ({ error, title, refused, onRetry }: ErrorCardProps) => {
  const say = useSentences();
  const problem = useProblem();
  const savingProblem = useSavingProblem();
  // Asked for again, it is no more there than before: another one is.
  const isMerged = keptFileOf(error) !== undefined;
  const words =
    refused === undefined
      ? { title: title ?? say(isMerged ? 'merging.gone_title' : 'states.error_title'), ...problem(error) }
      : savingProblem(error, refused);
  const { sentence, incident } = words;
  useAnnounceAnew(error, say('common.pair', { what: words.title, said: sentence }));

  return (
    <Alert severity="error" icon={false} variant="outlined" sx={{ my: 2, bgcolor: 'background.paper' }}>
      <AlertTitle>{words.title}</AlertTitle>
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

/** An alert is read when it comes. Where it stays and the next attempt fails too, the same words are news again. */
function useAnnounceAnew(error: unknown, words: string): void {
  const announce = useAnnounce();
  const told = useRef(error);
  useEffect(() => {
    if (told.current === error) return;
    told.current = error;
    announce(words);
  }, [announce, error, words]);
}
