import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import type { ImportView } from '../../../server/contract/import.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useAnnounce } from '../shared/Announcer.tsx';

const QUARTER = 25;

/** Where the server is in its work, as it tells; announced every quarter, not at every percent. */
export const ImportProgress = ({ view }: { view: ImportView }) => {
  const say = useSentences();
  const announce = useAnnounce();
  const label = view.state === 'CONFIRMING' ? say('imports.progress_CONFIRMING') : say('imports.progress_CHECKING');
  const announced = Math.floor(view.progress / QUARTER) * QUARTER;
  useEffect(() => {
    announce(say('imports.progress_percent', { label, percent: announced }));
  }, [announce, announced, label, say]);

  return (
    <Box sx={{ maxWidth: '40rem' }}>
      <Typography sx={{ mb: 1, fontWeight: 600 }}>
        {say('imports.progress_percent', { label, percent: view.progress })}
      </Typography>
      <LinearProgress
        variant="determinate"
        value={view.progress}
        aria-label={label}
        sx={{ height: 12, borderRadius: 1 }}
      />
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {say('imports.leave_open')} {view.state === 'CHECKING' && say('imports.promise')}
      </Typography>
    </Box>
  );
};
