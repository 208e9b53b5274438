import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useSentences } from '../../i18n/useSentences.ts';
import { questions, type DuplicateHint } from '../../providers/questions.ts';
import { useAnnounce } from '../../shared/Announcer.tsx';
import { useQuestion } from '../../shared/useQuestion.ts';
import { toPerson, type PersonForm } from '../form/personForm.ts';
import { CandidateList } from './CandidateList.tsx';

const TYPING_PAUSE_MS = 400;

/** While typing: « Cette personne semble déjà connue », with the facts in common. It only looks within one's reach. */
export const DuplicateHints = ({ person }: { person: PersonForm }) => {
  const say = useSentences();
  const announce = useAnnounce();
  const key = useSettled(hintKey(person));
  const { answer = [] } = useQuestion(key, (signal) =>
    questions.findDuplicates(JSON.parse(key ?? '{}') as DuplicateHint, signal),
  );
  const isKnown = answer.length > 0;
  useEffect(() => {
    if (isKnown) announce(say('opening.known_title'));
  }, [announce, isKnown, say]);
  if (!isKnown) return null;

  return (
    <Alert
      severity="warning"
      icon={false}
      variant="outlined"
      sx={{ mb: 3, bgcolor: '#fdf3dd', '& .MuiAlert-message': { width: '100%' } }}
    >
      <AlertTitle>{say('opening.known_title')}</AlertTitle>
      <Typography sx={{ mb: 1 }}>{say('opening.known_intro')}</Typography>
      <CandidateList candidates={answer} />
    </Alert>
  );
};

/** What to ask, once there is enough to tell somebody apart: a name, or a number. */
function hintKey(form: PersonForm): string | undefined {
  const { birthName, usageName, firstNames, birth, foreignerNumber, ofiiNumber } = toPerson(form);
  const isTold =
    [birthName, usageName, firstNames].some((name) => (name ?? '').length > 1) ||
    foreignerNumber !== null ||
    ofiiNumber !== null;
  if (!isTold) return undefined;
  const hint: DuplicateHint = { birthName, usageName, firstNames, foreignerNumber, ofiiNumber };
  return JSON.stringify(isComplete(birth) ? { ...hint, birth } : hint);
}

const isComplete = ({ value }: { value: string | null }) => value !== null && /^\d{4}(?:-\d{2}){0,2}$/.test(value);

/** The value once the typing has paused. */
function useSettled(value: string | undefined): string | undefined {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
