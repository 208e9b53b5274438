import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { SHADES } from '../layout/shades.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { TextLink } from '../shared/TextLink.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useTransfersWaiting } from './useTransfersWaiting.ts';

/** In the menu, beside « Transferts »: how many wait for an answer; nothing when none does. */
export const TransfersWaiting = () => {
  const say = useSentences();
  const { plural } = useFormat();
  const waiting = useTransfersWaiting();
  if (waiting === undefined || waiting === 0) return null;
  return (
    <Box
      component="span"
      sx={{ ml: 1, px: 0.9, borderRadius: 1, bgcolor: SHADES.onHeader, color: SHADES.header, fontSize: '0.8125rem' }}
    >
      {say('transfers.waiting', plural(waiting))}
    </Box>
  );
};

/** Where the day starts: on a phone the menu is folded, and its count with it. */
export const TransfersNotice = () => {
  const say = useSentences();
  const { plural } = useFormat();
  const waiting = useTransfersWaiting();
  if (waiting === undefined || waiting === 0) return null;
  return (
    <Alert severity="info" variant="outlined" icon={false} sx={{ mb: 2, bgcolor: 'background.paper' }}>
      {say('transfers.notice', plural(waiting))} <TextLink to="/transfers">{say('transfers.notice_link')}</TextLink>
    </Alert>
  );
};
