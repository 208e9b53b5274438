import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useGetList } from 'react-admin';
import type { GroupSessionRow } from '../../../server/contract/groupSession.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ButtonLink } from '../shared/ButtonLink.tsx';
import { LIST_ONCE } from '../shared/queries.ts';
import { TextLink } from '../shared/TextLink.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { attendancePath, sessionPath } from './sessionPath.ts';
import { useSessionWords } from './useSessionWords.ts';

/** Sessions whose day has come, with people whom one follows and who are not signed for: a line each, and nothing without. */
export const SessionsToSign = () => {
  const say = useSentences();
  const { number, plural } = useFormat();
  const { whenWords } = useSessionWords();
  const { data = [], total = 0 } = useGetList<GroupSessionRow>(
    'group-sessions',
    { pagination: { page: 1, perPage: 5 }, sort: { field: 'heldOn', order: 'DESC' }, filter: { unsigned: true } },
    LIST_ONCE,
  );
  if (data.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="to-sign" sx={{ mb: 4, '@media print': { display: 'none' } }}>
      <Typography variant="h2" id="to-sign" sx={{ mb: 1 }}>
        {say('sessions.to_sign', { count: number(total) })}
      </Typography>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
        }}
      >
        {data.map((session) => (
          <Box
            component="li"
            key={session.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: 1,
              alignItems: 'center',
              justifyContent: 'space-between',
              px: 1.5,
              py: 1,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              <TextLink to={sessionPath(session.id)}>{session.title}</TextLink>
              <Typography variant="body2" color="textSecondary">
                {say('sessions.to_sign_line', { when: whenWords(session), ...plural(session.unsigned) })}
              </Typography>
            </Box>
            <ButtonLink
              to={attendancePath(session.id)}
              variant="outlined"
              size="small"
              aria-label={say('sessions.sign_of', { title: session.title })}
            >
              {say('sessions.sign')}
            </ButtonLink>
          </Box>
        ))}
      </Box>
      {total > data.length && (
        <Box sx={{ mt: 1 }}>
          <TextLink to="/group-sessions">{say('sessions.to_sign_more')}</TextLink>
        </Box>
      )}
    </Box>
  );
};
