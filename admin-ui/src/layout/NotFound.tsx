import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';
import { Page } from '../shared/Page.tsx';

export const NotFound = () => {
  const say = useSentences();
  return (
    <Page title={say('states.not_found_title')}>
      <Typography>{say('states.not_found')}</Typography>
    </Page>
  );
};
