import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Candidate } from '../../../server/contract/person.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { mergePath } from '../merging/mergePath.ts';
import { CandidateList } from '../pathways/open/CandidateList.tsx';
import type { FileRecord } from '../providers/fileChange.ts';
import { duplicateQuestions } from '../providers/duplicateQuestions.ts';
import { ButtonLink } from '../shared/ButtonLink.tsx';
import { focusTitle } from '../shared/focusTitle.ts';
import { useFormat } from '../shared/useFormat.ts';
import { useProblem } from '../shared/useProblem.ts';
import { useQuestion } from '../shared/useQuestion.ts';
import { useTell } from '../shared/useTell.ts';

/** Other files, in one’s reach, that may be of the same person: the facts in common, and what may be said of each. */
export const FileDuplicates = ({ file }: { file: FileRecord }) => {
  const { answer, askAgain } = useQuestion(file.grants.tellApart ? whoIs(file) : undefined, (signal) =>
    duplicateQuestions.list(file.id, signal),
  );
  if (answer === undefined || answer.length === 0) return null;
  return <Duplicates file={file} candidates={answer} onAnswered={askAgain} />;
};

/** What likeness hangs on: an event recorded in the file does not ask again. */
function whoIs({ id, person }: FileRecord): string {
  const { birthName, usageName, firstNames, birth, foreignerNumber, ofiiNumber } = person ?? {};
  return JSON.stringify([id, birthName, usageName, firstNames, birth, foreignerNumber, ofiiNumber]);
}

interface DuplicatesProps {
  readonly file: FileRecord;
  readonly candidates: readonly Candidate[];
  readonly onAnswered: () => void;
}

const Duplicates = ({ file, candidates, onAnswered }: DuplicatesProps) => {
  const say = useSentences();
  const tell = useTell();
  const problem = useProblem();
  const { plural } = useFormat();
  const [asking, setAsking] = useState<string>();
  const [error, setError] = useState<unknown>();

  const tellApart = async ({ pathwayId }: Candidate) => {
    setAsking(pathwayId);
    setError(undefined);
    try {
      await duplicateQuestions.tellApart(file.id, pathwayId);
      tell(say('duplicates.told_apart'));
      // The button goes with the person: whoever uses the keyboard goes on from the name of the file.
      focusTitle();
      onAnswered();
    } catch (refusal) {
      setError(refusal);
    }
    setAsking(undefined);
  };

  return (
    <Alert
      component="section"
      role="region"
      aria-label={say('duplicates.title', plural(candidates.length))}
      severity="warning"
      icon={false}
      variant="outlined"
      sx={{
        mb: 2,
        bgcolor: 'background.paper',
        color: 'text.primary',
        '& .MuiAlert-message': { width: '100%' },
        '@media print': { display: 'none' },
      }}
    >
      <AlertTitle component="h2" sx={{ fontSize: '1rem', fontWeight: 600 }}>
        {say('duplicates.title', plural(candidates.length))}
      </AlertTitle>
      <Typography sx={{ mb: 1 }}>{say('duplicates.intro', plural(candidates.length))}</Typography>
      {error !== undefined && (
        <Typography role="alert" color="error" sx={{ mb: 1 }}>
          {problem(error).sentence}
        </Typography>
      )}
      <CandidateList
        candidates={candidates}
        answer={(candidate, namedBy) => (
          <>
            {file.grants.merge && candidate.opens && (
              <ButtonLink to={mergePath(file.id, candidate.pathwayId)} size="small" aria-describedby={namedBy}>
                {say('merging.compare')}
              </ButtonLink>
            )}
            <Button
              variant="outlined"
              size="small"
              aria-describedby={namedBy}
              disabled={asking !== undefined}
              onClick={() => void tellApart(candidate)}
            >
              {say('duplicates.not_same')}
            </Button>
          </>
        )}
      />
    </Alert>
  );
};
