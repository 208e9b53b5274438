import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import type { Enrolments } from '../../../server/contract/groupSession.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
import { useFormat } from '../shared/useFormat.ts';

interface EnrolmentResultsProps {
  readonly enrolments: Enrolments;
  readonly names: ReadonlyMap<string, string>;
}

/** Who is enrolled, and of each of the others why not, in the words of the server. */
export const EnrolmentResults = ({ enrolments: { results }, names }: EnrolmentResultsProps) => {
  const say = useSentences();
  const announce = useAnnounce();
  const { plural } = useFormat();
  const refused = results.filter(({ outcome }) => outcome === 'REFUSED');
  const done = say('sessions.enrolled_done', plural(results.length - refused.length));
  const not = say('sessions.enrolled_not', plural(refused.length));
  const told = refused.length === 0 ? done : say('sessions.enrolled_both', { done, not });
  useEffect(() => announce(told), [announce, told]);
  return (
    <Alert
      severity={refused.length === 0 ? 'success' : 'warning'}
      variant="outlined"
      icon={false}
      sx={{ mb: 2, bgcolor: 'background.paper', '& .MuiAlert-message': { color: 'text.primary' } }}
    >
      <Typography sx={{ fontWeight: 600 }}>{told}</Typography>
      {refused.length > 0 && (
        <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
          {refused.map(({ pathwayId, reason }) => (
            <li key={pathwayId}>
              {say('sessions.enrol_refusal', { name: names.get(pathwayId) ?? '', reason: reason ?? '' })}
            </li>
          ))}
        </Box>
      )}
    </Alert>
  );
};
