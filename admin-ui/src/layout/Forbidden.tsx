import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';
import { Page } from '../shared/Page.tsx';

export const Forbidden = () => {
  const say = useSentences();
  return (
    <Page title={say('states.forbidden_title')}>
      <Typography>{say('states.forbidden')}</Typography>
    </Page>
  );
};
