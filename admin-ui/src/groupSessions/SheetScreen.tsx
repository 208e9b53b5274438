import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { SHADES } from '../layout/shades.ts';
import type { GroupSessionView } from '../../../server/contract/groupSession.ts';
import { timesWords } from '../../../server/contract/words/printed.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { formatWeekDay } from '../shared/format.ts';
import { OfSession } from './OfSession.tsx';
import { PrintedPage } from './PrintedPage.tsx';
import { SHEET } from './sheetWords.ts';

/** The sheet that people sign on paper, before it is entered: names, and a place to sign. */
export const SheetScreen = () => {
  const say = useSentences();
  return (
    <OfSession documentTitle={say('sessions.sheet')}>
      {(session) => (
        <PrintedPage sessionId={session.id} title={say('sessions.sheet')} intro={say('sessions.sheet_intro')}>
          {session.enrolled.length === 0 ? (
            <EmptyState>{say('sessions.nobody')}</EmptyState>
          ) : (
            <Sheet session={session} />
          )}
        </PrintedPage>
      )}
    </OfSession>
  );
};

const CELL = { border: `1px solid ${SHADES.edge}`, p: 1, textAlign: 'left', verticalAlign: 'top' } as const;

const Sheet = ({ session }: { session: GroupSessionView }) => (
  <Box
    component="section"
    lang="fr"
    aria-labelledby="sheet"
    sx={{ maxWidth: '60rem', '@media print': { fontSize: '11pt' } }}
  >
    <Typography>{session.organisationName}</Typography>
    <Typography variant="h2" id="sheet" sx={{ mb: 0.5 }}>
      {session.title}
    </Typography>
    <Typography sx={{ mb: 2 }}>
      {`${formatWeekDay(session.heldOn)}, ${timesWords(session)} – ${session.place}`}
    </Typography>
    <Box
      component="table"
      sx={{
        width: '100%',
        borderCollapse: 'collapse',
        tableLayout: 'fixed',
        '& tr': { breakInside: 'avoid' },
        '& td, & th': CELL,
      }}
    >
      <Box component="caption" sx={{ textAlign: 'left', fontWeight: 600, mb: 1 }}>
        {SHEET.caption}
      </Box>
      <thead>
        <tr>
          <th scope="col">{SHEET.person}</th>
          <th scope="col">{SHEET.signature}</th>
        </tr>
      </thead>
      <tbody>
        {session.enrolled.map(({ pathwayId, name }) => (
          <Box component="tr" key={pathwayId} sx={{ height: '3.2rem' }}>
            <Box component="th" scope="row" sx={{ fontWeight: 400, overflowWrap: 'anywhere' }}>
              {name}
            </Box>
            <td />
          </Box>
        ))}
      </tbody>
    </Box>
  </Box>
);
