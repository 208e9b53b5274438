import Alert from '@mui/material/Alert';
import { useEffect, useRef } from 'react';
import { useProblem } from '../shared/useProblem.ts';

/** The server's refusal, which takes the focus when it arrives. */
export const Refusal = ({ error }: { error: unknown }) => {
  const problem = useProblem();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== undefined) box.current?.focus();
  }, [error]);
  if (error === undefined) return null;
  return (
    <Alert ref={box} tabIndex={-1} severity="error" icon={false} variant="outlined" sx={{ mb: 2 }}>
      {problem(error).sentence}
    </Alert>
  );
};
