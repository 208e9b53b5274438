import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Candidate } from '../../../../server/contract/person.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { TextLink } from '../../shared/TextLink.tsx';
import { filePath } from '../filePath.ts';
import { useCandidateDetails } from './useCandidateDetails.ts';

/** People who may be the one looked for: birth, commune and referent tell homonyms apart. */
export const CandidateList = ({ candidates }: { candidates: readonly Candidate[] }) => (
  <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
    {candidates.map((candidate) => (
      <Paper component="li" key={candidate.pathwayId} sx={{ p: 1.5 }}>
        <CandidateCard candidate={candidate} />
      </Paper>
    ))}
  </Box>
);

const CandidateCard = ({ candidate }: { candidate: Candidate }) => {
  const say = useSentences();
  const details = useCandidateDetails()(candidate);
  const { pathwayId, displayName, opens, matches } = candidate;
  return (
    <>
      {opens ? (
        <TextLink to={filePath(pathwayId)}>{displayName}</TextLink>
      ) : (
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {displayName}
        </Typography>
      )}
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
