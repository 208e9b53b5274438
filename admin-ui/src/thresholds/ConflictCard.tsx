import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { useProblem } from '../shared/useProblem.ts';

interface ConflictCardProps {
  readonly conflict: unknown;
  /** Rejects when nothing answers: the offer stays. */
  readonly onReadAgain: () => Promise<void>;
}

/** Two administrators: the other has published first. What was typed stays, and what is in force is read again. */
export const ConflictCard = ({ conflict, onReadAgain }: ConflictCardProps) => {
  const say = useSentences();
  const problem = useProblem();
  const card = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<unknown>();
  useEffect(() => card.current?.focus(), [conflict]);

  const readAgain = async () => {
    setError(undefined);
    try {
      await onReadAgain();
    } catch (refusal) {
      setError(refusal);
    }
  };

  return (
    <>
      <Alert
        ref={card}
        tabIndex={-1}
        severity="warning"
        icon={false}
        variant="outlined"
        sx={{ mb: 2, bgcolor: 'background.paper' }}
      >
        <AlertTitle>{say('thresholds.conflict_title')}</AlertTitle>
        <Typography color="textPrimary">{problem(conflict).sentence}</Typography>
        <Typography color="textPrimary">{say('thresholds.conflict_kept')}</Typography>
        <Button variant="outlined" onClick={() => void readAgain()} sx={{ mt: 1 }}>
          {say('thresholds.read_again')}
        </Button>
      </Alert>
      {error !== undefined && <ErrorCard error={error} />}
    </>
  );
};
