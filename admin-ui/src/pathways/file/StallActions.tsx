import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { StallView } from '../../../../server/contract/pathway.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { useSession } from '../../shared/useSession.ts';
import { LiftSilenceDialog } from './dialogs/LiftSilenceDialog.tsx';
import { ProlongDialog } from './dialogs/ProlongDialog.tsx';
import { SilenceDialog } from './dialogs/SilenceDialog.tsx';
import { runningSilence, type RunningSilence } from './dialogs/standingEvents.ts';

/** What is asked of a stall, as it was when it was: what stands now may be what a colleague made of it meanwhile. */
export interface StallAct {
  readonly what: 'SILENCE' | 'PROLONG' | 'LIFT';
  readonly stall: StallView;
  readonly silence: RunningSilence | undefined;
}

interface StallActionsProps {
  readonly file: FileRecord;
  readonly stall: StallView;
  readonly onAct: (act: StallAct) => void;
}

/**
 * Puts a stall on hold; one that is on hold already is prolonged or given back, never put on hold twice. Begun today, it is
 * taken back and noted again: retracting a correction would give back what it had corrected.
 */
export const StallActions = ({ file, stall, onAct }: StallActionsProps) => {
  const say = useSentences();
  const { today } = useSession();
  const silence = runningSilence(file, stall.rule, today);
  const button = (what: StallAct['what'], label: string) => (
    <Button size="small" variant="outlined" aria-haspopup="dialog" onClick={() => onAct({ what, stall, silence })}>
      {label}
    </Button>
  );

  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
      {silence === undefined && button('SILENCE', say('file.stall_silence'))}
      {silence !== undefined && silence.on < today && button('PROLONG', say('file.stall_prolong'))}
      {silence !== undefined && button('LIFT', say('file.stall_lift'))}
    </Box>
  );
};

interface StallActDialogProps {
  readonly file: FileRecord;
  readonly act: StallAct;
  readonly onClose: () => void;
}

export const StallActDialog = ({ file, act: { what, stall, silence }, onClose }: StallActDialogProps) => {
  if (what === 'SILENCE') return <SilenceDialog file={file} stall={stall} onClose={onClose} />;
  if (silence === undefined) return null;
  const Dialog = what === 'PROLONG' ? ProlongDialog : LiftSilenceDialog;
  return <Dialog file={file} silence={silence} onClose={onClose} />;
};
