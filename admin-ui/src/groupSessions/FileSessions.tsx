import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { SessionOfFile } from '../../../server/contract/groupSession.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useLookAgainAfter } from '../pathways/file/lookAgain.ts';
import { groupSessionQuestions } from '../providers/groupSessionQuestions.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { Section } from '../shared/Section.tsx';
import { Tag } from '../shared/Tag.tsx';
import { TextLink } from '../shared/TextLink.tsx';
import { useQuestion } from '../shared/useQuestion.ts';
import { sessionPath } from './sessionPath.ts';
import { useSessionWords } from './useSessionWords.ts';

/** In which sessions to come the person is enrolled: what one answers when she asks when it is, and where. */
export const FileSessions = ({ pathwayId }: { pathwayId: string }) => {
  const say = useSentences();
  const { answer, error, askAgain } = useQuestion(pathwayId, (signal) =>
    groupSessionQuestions.listOfFile(pathwayId, signal),
  );
  useLookAgainAfter(error);
  return (
    <Section id="sessions-to-come" title={say('sessions.to_come')}>
      {error !== undefined && <ErrorCard error={error} onRetry={askAgain} />}
      {answer === undefined && error === undefined && <LoadingBlock lines={1} />}
      {answer?.length === 0 && <Typography color="textSecondary">{say('sessions.to_come_none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
        {answer?.map((session) => (
          <SessionToCome key={session.id} session={session} />
        ))}
      </Box>
    </Section>
  );
};

const SessionToCome = ({ session }: { session: SessionOfFile }) => {
  const say = useSentences();
  const { whenWords } = useSessionWords();
  const { id, title, place, cancelled } = session;
  return (
    <Paper component="li" sx={{ p: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 0.25, alignItems: 'center' }}>
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {whenWords(session)}
        </Typography>
        {cancelled && <Tag tone="late">{say('sessions.to_come_cancelled')}</Tag>}
      </Box>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        <TextLink to={sessionPath(id)}>{title}</TextLink>
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {place}
      </Typography>
    </Paper>
  );
};
