import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';
import { noteQuestions } from '../providers/noteQuestions.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useQuestion } from '../shared/useQuestion.ts';

/** For whoever answers to the person: how many private notes she cannot read, and from whom they may be asked. */
export const PrivateNotesCount = ({ pathwayId }: { pathwayId: string }) => {
  const say = useSentences();
  const { plural } = useFormat();
  const { answer, error, askAgain } = useQuestion(pathwayId, (signal) => noteQuestions.countPrivate(pathwayId, signal));
  if (error !== undefined) return <ErrorCard error={error} onRetry={askAgain} />;
  if (answer === undefined || answer.ofColleagues + answer.ofOthers === 0) return null;
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
      {[
        ...(answer.ofColleagues > 0 ? [say('notes.private_of_colleagues', plural(answer.ofColleagues))] : []),
        ...(answer.ofOthers > 0 ? [say('notes.private_of_others', plural(answer.ofOthers))] : []),
        say('notes.private_asked'),
      ].join(' ')}
    </Typography>
  );
};
