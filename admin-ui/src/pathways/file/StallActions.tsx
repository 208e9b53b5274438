import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { StallView } from '../../../../server/contract/pathway.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { useSession } from '../../shared/useSession.ts';
import { LiftSilenceDialog } from './dialogs/LiftSilenceDialog.tsx';
import { ProlongDialog } from './dialogs/ProlongDialog.tsx';
import { SilenceDialog } from './dialogs/SilenceDialog.tsx';
import { runningSilence } from './dialogs/standingEvents.ts';

type Opened = 'SILENCE' | 'PROLONG' | 'LIFT';

/**
 * Puts a stall on hold; one that is on hold already is prolonged or given back, never put on hold twice. Begun today, it is
 * taken back and noted again: retracting a correction would give back what it had corrected.
 */
export const StallActions = ({ file, stall }: { file: FileRecord; stall: StallView }) => {
  const say = useSentences();
  const { today } = useSession();
  const [opened, setOpened] = useState<Opened>();
  const silence = runningSilence(file, stall.rule, today);
  const close = () => setOpened(undefined);
  const button = (what: Opened, label: string) => (
    <Button size="small" variant="outlined" aria-haspopup="dialog" onClick={() => setOpened(what)}>
      {label}
    </Button>
  );

  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
      {silence === undefined && button('SILENCE', say('file.stall_silence'))}
      {silence !== undefined && silence.on < today && button('PROLONG', say('file.stall_prolong'))}
      {silence !== undefined && button('LIFT', say('file.stall_lift'))}
      {opened === 'SILENCE' && <SilenceDialog file={file} stall={stall} onClose={close} />}
      {opened === 'PROLONG' && silence && <ProlongDialog file={file} silence={silence} onClose={close} />}
      {opened === 'LIFT' && silence && <LiftSilenceDialog file={file} silence={silence} onClose={close} />}
    </Box>
  );
};
