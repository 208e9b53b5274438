import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import GlobalStyles from '@mui/material/GlobalStyles';
import type { ReactNode } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { ButtonLink } from '../shared/ButtonLink.tsx';
import { Page } from '../shared/Page.tsx';
import { sessionPath } from './sessionPath.ts';

const A4 = <GlobalStyles styles={{ '@page': { size: 'A4', margin: '18mm' } }} />;
const ON_SCREEN_ONLY = { '@media print': { display: 'none' } } as const;

interface PrintedPageProps {
  readonly sessionId: string;
  /** Said on the screen, and not on the paper. */
  readonly title: string;
  readonly intro: string;
  readonly children: ReactNode;
}

/** A document of a session, on A4: the browser prints it, or makes of it a file with its tags. */
export const PrintedPage = ({ sessionId, title, intro, children }: PrintedPageProps) => {
  const say = useSentences();
  return (
    <Box sx={{ '@media print': { '& h1': { display: 'none' } } }}>
      {A4}
      <Page
        title={title}
        actions={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, ...ON_SCREEN_ONLY }}>
            <Button variant="contained" onClick={() => window.print()}>
              {say('sessions.print')}
            </Button>
            <ButtonLink to={sessionPath(sessionId)} variant="outlined">
              {say('sessions.back')}
            </ButtonLink>
          </Box>
        }
      >
        <Box component="p" sx={{ mt: 0, mb: 2, color: 'text.secondary', ...ON_SCREEN_ONLY }}>
          {intro}
        </Box>
        {children}
      </Page>
    </Box>
  );
};
