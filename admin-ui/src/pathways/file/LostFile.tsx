import Typography from '@mui/material/Typography';
import { useSentences } from '../../i18n/useSentences.ts';
import { ButtonLink } from '../../shared/ButtonLink.tsx';
import { Page } from '../../shared/Page.tsx';

/** A file that is absent, sealed or elsewhere: the server answers the same, and so does the page. */
export const LostFile = () => {
  const say = useSentences();
  return (
    <Page title={say('rights.lost_title')}>
      <Typography sx={{ mb: 2, maxWidth: '60rem' }}>{say('rights.lost')}</Typography>
      <ButtonLink to="/pathways">{say('rights.lost_back')}</ButtonLink>
    </Page>
  );
};
