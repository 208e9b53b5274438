import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';
import { useLookAgainAfter } from '../pathways/file/lookAgain.ts';
import { filePath } from '../pathways/filePath.ts';
import type { FileRecord } from '../providers/fileChange.ts';
import { questions } from '../providers/questions.ts';
import { ButtonLink } from '../shared/ButtonLink.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useQuestion } from '../shared/useQuestion.ts';

/** The extract that is printed for the person: roles and structures, no professional's name. Its sentences are the server's. */
export const AccessExtract = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  const { longDay } = useFormat();
  const { answer, error, askAgain } = useQuestion(file.id, (signal) => questions.accessExtract(file.id, signal));
  useLookAgainAfter(error);
  if (error !== undefined) return <ErrorCard error={error} onRetry={askAgain} />;
  if (answer === undefined) return <LoadingBlock />;

  const { number, madeOn, accesses } = answer;
  return (
    <Box component="article" aria-labelledby="extract" sx={{ maxWidth: '60rem', '@media print': { fontSize: '11pt' } }}>
      <Typography variant="h2" id="extract" sx={{ mb: 1 }}>
        {say('accesses.extract_title')}
      </Typography>
      <Typography sx={{ mb: 1 }}>
        {say('accesses.extract_of', { number, name: file.name ?? '', day: longDay(madeOn) })}
      </Typography>
      <Typography sx={{ mb: 2 }}>{say('accesses.extract_intro')}</Typography>
      {accesses.length === 0 ? (
        <Typography>{say('accesses.extract_empty')}</Typography>
      ) : (
        <Box component="ul" sx={{ pl: 3, '& li': { mb: 1, breakInside: 'avoid' } }}>
          {accesses.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2, '@media print': { display: 'none' } }}>
        <Button variant="contained" onClick={() => window.print()}>
          {say('accesses.print')}
        </Button>
        <ButtonLink to={`${filePath(file.id)}/accesses`} variant="outlined">
          {say('accesses.back')}
        </ButtonLink>
      </Box>
    </Box>
  );
};
