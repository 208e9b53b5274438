import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { certificateWords, certifiedWords } from '../../../server/contract/words/printed.ts';
import type { Enrolled, GroupSessionView } from '../../../server/contract/groupSession.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { OfSession } from './OfSession.tsx';
import { PrintedPage } from './PrintedPage.tsx';

/** One certificate for each person who came, each on its page. */
export const CertificatesScreen = () => {
  const say = useSentences();
  const { plural } = useFormat();
  return (
    <OfSession documentTitle={say('sessions.certificates_title')}>
      {(session) => {
        const present = session.enrolled.filter(({ attendance }) => attendance === 'PRESENT');
        return (
          <PrintedPage
            sessionId={session.id}
            title={say('sessions.certificates_title')}
            intro={say('sessions.certificates_intro', plural(present.length))}
          >
            {present.length === 0 ? (
              <EmptyState>{say('sessions.certificates_none')}</EmptyState>
            ) : (
              present.map((line) => <OneCertificate key={line.pathwayId} line={line} session={session} />)
            )}
          </PrintedPage>
        );
      }}
    </OfSession>
  );
};

/** A document of the structure: in French, whatever the language of the screen, and without the place. */
const OneCertificate = ({ line, session }: { line: Enrolled; session: GroupSessionView }) => {
  const { title, body, madeOn, signature } = certificateWords(session, line.attendedHours, session.today);
  const titleId = `certificate-${line.pathwayId}`;
  const nameId = `${titleId}-name`;
  return (
    <Box
      component="section"
      lang="fr"
      aria-labelledby={`${titleId} ${nameId}`}
      sx={{
        maxWidth: '48rem',
        mb: 3,
        p: { xs: 2, sm: 4 },
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        '@media print': {
          maxWidth: 'none',
          m: 0,
          p: 0,
          border: 0,
          breakAfter: 'page',
          breakInside: 'avoid',
          fontSize: '12pt',
          '&:last-of-type': { breakAfter: 'auto' },
        },
      }}
    >
      <Typography sx={{ mb: 4 }}>{session.organisationName}</Typography>
      <Typography variant="h2" id={titleId} sx={{ mb: 3, textAlign: 'center' }}>
        {title}
      </Typography>
      <Typography id={nameId} sx={{ fontWeight: 600, fontSize: '1.15em' }}>
        {line.name}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {certifiedWords(line.birth as Parameters<typeof certifiedWords>[0], line.number)}
      </Typography>
      <Typography sx={{ mb: 3 }}>{body}</Typography>
      <Typography sx={{ mb: 1 }}>{madeOn}</Typography>
      <Typography sx={{ minHeight: '6rem' }}>{signature}</Typography>
    </Box>
  );
};
