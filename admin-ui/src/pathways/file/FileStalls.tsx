import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { StallView } from '../../../../server/contract/pathway.ts';
import { useLabels } from '../../i18n/useLabels.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { ButtonLink } from '../../shared/ButtonLink.tsx';
import { StallTag } from '../../stalls/StallTag.tsx';
import { StallActDialog, StallActions, type StallAct } from './StallActions.tsx';

/** On top of the pathway: what blocks it, and the sentence that says why and whose turn it is. */
export const FileStalls = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  const { stalls, grants } = file;
  // Beside the list: the stall may be gone when it is answered.
  const [act, setAct] = useState<StallAct>();

  return (
    <Box component="section" aria-labelledby="stalls" sx={{ mb: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        <Typography id="stalls" variant="h2">
          {say('file.stalls_title')}
        </Typography>
        {grants.actOnStalls && stalls.length > 0 && (
          <ButtonLink to={`/stalls?filter=${encodeURIComponent(JSON.stringify({ pathwayId: file.id }))}`} size="small">
            {say('stalls.act')}
          </ButtonLink>
        )}
      </Box>
      {stalls.length === 0 && (
        <Typography color="textSecondary">
          {say(file.asKnownOn === null ? 'file.stalls_none' : 'past.stalls_none')}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
        {stalls.map((stall) => (
          <Paper
            component="li"
            key={stall.rule}
            sx={{ p: 1.5, borderLeft: 5, borderLeftColor: stall.state === 'STALLED' ? 'error.main' : 'divider' }}
          >
            <StallBody stall={stall} flags={file.flags} />
            {grants.recordFollowUp && <StallActions file={file} stall={stall} onAct={setAct} />}
          </Paper>
        ))}
      </Box>
      {act && <StallActDialog file={file} act={act} onClose={() => setAct(undefined)} />}
    </Box>
  );
};

const StallBody = ({ stall, flags }: { stall: StallView; flags: readonly string[] }) => {
  const labels = useLabels();
  const say = useSentences();
  const notes = [
    ...(flags.includes(`SILENCED_REPEATEDLY:${stall.rule}`) ? [say('file.stall_put_off')] : []),
    ...(flags.includes(`SILENCED_BEYOND_LIMIT:${stall.rule}`) ? [say('file.stall_beyond')] : []),
  ];
  return (
    <>
      <Typography variant="h3" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {labels.stallRule[stall.rule]} <StallTag state={stall.state} severity={stall.severity} />
      </Typography>
      <Typography sx={{ mt: 0.5 }}>{stall.sentence}</Typography>
      <Typography variant="body2" color="textSecondary">
        {say('file.stall_end', { what: labels.stallEnd[stall.rule] })}
      </Typography>
      {notes.map((note) => (
        <Typography key={note} sx={{ fontWeight: 600 }}>
          {note}
        </Typography>
      ))}
    </>
  );
};
