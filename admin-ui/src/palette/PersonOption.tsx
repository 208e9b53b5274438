import Typography from '@mui/material/Typography';
import type { Candidate } from '../../../server/contract/person.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useCandidateDetails } from '../pathways/open/useCandidateDetails.ts';

/** Who is found: what tells homonyms apart, and why she is here. */
export const PersonOption = ({ who }: { who: Candidate }) => {
  const say = useSentences();
  const details = useCandidateDetails()(who);
  return (
    <>
      <Typography component="span" sx={{ fontWeight: 600, display: 'block' }}>
        {who.displayName}
      </Typography>
      <Typography component="span" variant="body2" sx={{ display: 'block' }}>
        {details}
      </Typography>
      {!who.opens && (
        <Typography component="span" variant="body2" sx={{ display: 'block' }}>
          {say('opening.found_not_opened')}
        </Typography>
      )}
      {who.matches.length > 0 && (
        <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
          {say('palette.because', { facts: who.matches.join(', ') })}
        </Typography>
      )}
    </>
  );
};
