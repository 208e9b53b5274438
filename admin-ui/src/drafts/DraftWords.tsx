import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';
import { visuallyHidden } from '../shared/visuallyHidden.ts';
import type { Draft } from './useDraft.ts';

/**
 * Near the button that sends a form: what has become of what is typed. Said aloud when it changes in kind (kept, or only
 * here), not at each pause: the time is shown, and not read.
 */
export const DraftWords = ({ draft: { state } }: { draft: Draft }) => {
  const say = useSentences();
  const { timeOf } = useFormat();
  const { status, savedAt, other } = state;
  const isKept = status === 'KEPT' && other === undefined;
  const spoken =
    status === 'NOTHING' || other !== undefined
      ? ''
      : isKept
        ? say('drafts.kept')
        : say(`drafts.${status as 'OFFLINE' | 'UNANSWERED' | 'REFUSED'}`);
  return (
    <Box sx={{ minHeight: '1.5em' }}>
      <Typography variant="body2" color="textSecondary" aria-hidden={isKept}>
        {isKept && savedAt !== undefined ? say('drafts.kept_at', { time: timeOf(savedAt) }) : isKept ? spoken : ''}
      </Typography>
      <Typography component="div" variant="body2" color="textSecondary" role="status" sx={isKept ? visuallyHidden : {}}>
        {spoken}
      </Typography>
    </Box>
  );
};
