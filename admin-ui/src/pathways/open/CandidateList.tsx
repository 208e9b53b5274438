import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Candidate } from '../../../../server/contract/person.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { TextLink } from '../../shared/TextLink.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { filePath } from '../filePath.ts';

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
  const { birth } = useFormat();
  const {
    pathwayId,
    displayName,
    number,
    commune,
    department,
    organisationName,
    referentName,
    status,
    opens,
    matches,
  } = candidate;
  const born = birth(candidate.birth);
  const details = [
    number,
    born === null ? say('person.birth_unknown') : say('person.born', { birth: born }),
    commune ?? department,
    organisationName ?? say('pathways.no_structure'),
    referentName === null ? say('pathways.no_referent') : say('opening.followed_by', { referent: referentName }),
    ...(status === 'OPEN' ? [] : [say(`pathwayStatuses.${status}`)]),
  ];
  return (
    <>
      {opens ? (
        <TextLink to={filePath(pathwayId)}>{displayName}</TextLink>
      ) : (
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {displayName}
        </Typography>
      )}
      <Typography variant="body2">{details.join(' · ')}</Typography>
      {!opens && <Typography variant="body2">{say('opening.found_not_opened')}</Typography>}
      {matches.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {say('opening.known_because', { facts: matches.join(', ') })}
        </Typography>
      )}
    </>
  );
};
