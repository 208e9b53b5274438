import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useSentences } from '../../i18n/useSentences.ts';
import { KeptFile, keptFileOf } from '../KeptFile.tsx';
import { useSavingProblem } from '../useProblem.ts';
import { useServerErrors, useTroubles } from './FormErrors.tsx';

/**
 * On top of a form that was refused: the server's sentence and a link to each field to mend. It takes the focus when a
 * refusal arrives.
 */
export const ErrorSummary = ({ error }: { error: unknown }) => {
  const say = useSentences();
  const problem = useSavingProblem();
  const troubles = useTroubles();
  const serverErrors = useServerErrors();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== undefined) box.current?.focus();
  }, [error]);
  if (error === undefined && troubles.length === 0) return null;

  const refused = say('forms.refused');
  const words = error === undefined ? undefined : problem(error, refused);
  const count = { smart_count: troubles.length, count: troubles.length };
  // An error on something that has no field of its own (a whole address, a pair of dates) is told here, in words.
  const elsewhere = [...serverErrors].filter(([path]) => !troubles.some((trouble) => trouble.path === path));
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      severity="error"
      icon={false}
      variant="outlined"
      sx={{ mb: 2, bgcolor: 'background.paper' }}
    >
      <AlertTitle>{troubles.length > 0 ? say('forms.summary', count) : words?.title}</AlertTitle>
      {words && <Typography color="textPrimary">{words.sentence}</Typography>}
      {keptFileOf(error) !== undefined && <Typography color="textPrimary">{say('merging.typed_stays')}</Typography>}
      <KeptFile error={error} />
      {words?.incident !== undefined && troubles.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {say('states.incident', { id: words.incident })}
        </Typography>
      )}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {troubles.map(({ id, label }) => (
          <li key={id}>
            <Link
              component="button"
              type="button"
              onClick={() => document.getElementById(id)?.focus()}
              sx={{ color: 'error.main', minHeight: 24, textAlign: 'left' }}
            >
              {label}
            </Link>
          </li>
        ))}
        {serverErrors.size > 0 && elsewhere.map(([path, message]) => <li key={path}>{message}</li>)}
      </Box>
    </Alert>
  );
};
