import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Candidate } from '../../../../server/contract/person.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { TextLink } from '../../shared/TextLink.tsx';
import { filePath } from '../filePath.ts';
import { useCandidateDetails } from './useCandidateDetails.ts';

interface CandidateListProps {
  readonly candidates: readonly Candidate[];
  /** What is answered of each; `namedBy` is the element that says who she is. */
  readonly answer?: (candidate: Candidate, namedBy: string) => ReactNode;
}

/** People who may be the one looked for: birth, commune and referent tell homonyms apart. */
export const CandidateList = ({ candidates, answer }: CandidateListProps) => (
  <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
    {candidates.map((candidate) => {
      const namedBy = `candidate-${candidate.pathwayId}`;
      return (
        <Paper component="li" key={candidate.pathwayId} sx={{ p: 1.5 }}>
          <CandidateCard candidate={candidate} namedBy={namedBy} />
          {answer && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>{answer(candidate, namedBy)}</Box>}
        </Paper>
      );
    })}
  </Box>
);

const CandidateCard = ({ candidate, namedBy }: { candidate: Candidate; namedBy: string }) => {
  const say = useSentences();
  const details = useCandidateDetails()(candidate);
  const { pathwayId, displayName, opens, matches } = candidate;
  return (
    <>
      <span id={namedBy}>
        {opens ? (
          <TextLink to={filePath(pathwayId)}>{displayName}</TextLink>
        ) : (
          <Typography component="span" sx={{ fontWeight: 600 }}>
            {displayName}
          </Typography>
        )}
      </span>
      <Typography variant="body2">{details}</Typography>
      {!opens && <Typography variant="body2">{say('opening.found_not_opened')}</Typography>}
      {matches.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {say('opening.known_because', { facts: matches.join(', ') })}
        </Typography>
      )}
    </>
  );
};
