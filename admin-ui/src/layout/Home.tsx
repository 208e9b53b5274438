import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Navigate, useLocation } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import { Page } from '../shared/Page.tsx';
import { useSession } from '../shared/useSession.ts';
import { homeFor } from './entries.ts';

/** Straight to the screen of the day; a role without screen is told so, honestly. */
export const Home = () => {
  const say = useSentences();
  const { permissions } = useSession();
  const { key } = useLocation();
  const home = homeFor(permissions);
  // Coming here again before having left (two clicks on the name of the product) is another way to the home.
  if (home !== undefined) return <Navigate key={key} to={home} replace />;

  return (
    <Page title={say('states.no_screen_title')}>
      <Stack spacing={1}>
        <Typography>{say('states.no_screen')}</Typography>
        <Typography>{say('states.no_screen_more')}</Typography>
      </Stack>
    </Page>
  );
};
