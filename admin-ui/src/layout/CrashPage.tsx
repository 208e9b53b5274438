import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useResetErrorBoundaryOnLocationChange } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';

interface CrashPageProps {
  readonly error: Error;
  readonly resetErrorBoundary: (...args: unknown[]) => void;
}

/** A fault of the screen itself. The details are for the console, not for the reader. */
export const CrashPage = ({ error, resetErrorBoundary }: CrashPageProps) => {
  const say = useSentences();
  useResetErrorBoundaryOnLocationChange(resetErrorBoundary);
  useEffect(() => console.error(error), [error]);
  return (
    <Box component="main" sx={{ maxWidth: '45rem', mx: 'auto', p: 3 }}>
      <Typography variant="h1">{say('states.error_title')}</Typography>
      <Typography sx={{ my: 2 }}>{say('states.crash')}</Typography>
      <Button variant="contained" onClick={() => resetErrorBoundary()}>
        {say('common.retry')}
      </Button>
    </Box>
  );
};
