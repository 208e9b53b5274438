import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { StepCode } from '../../../server/contract/labels.ts';
import type { MoveView } from '../../../server/contract/pathway.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { MoveDialog } from '../pathways/file/dialogs/MoveDialog.tsx';
import type { FileRecord } from '../providers/fileChange.ts';
import { OfFile } from './OfFile.tsx';

interface StepDialogProps {
  readonly pathwayId: string;
  /** Whose step it is: the file is not there to say so. */
  readonly name: string;
  readonly step: StepCode;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What may be recorded on a step today: « fait » first, then the rest; then its day. */
export const StepDialog = ({ pathwayId, onClose, ...props }: StepDialogProps) => (
  <OfFile id={pathwayId} onClose={onClose}>
    {(file) => <StepMoves file={file} onClose={onClose} {...props} />}
  </OfFile>
);

const StepMoves = ({
  file,
  name,
  step,
  onDone,
  onClose,
}: Omit<StepDialogProps, 'pathwayId'> & { file: FileRecord }) => {
  const labels = useLabels();
  const say = useSentences();
  const titleId = useId();
  const [move, setMove] = useState<MoveView>();
  const moves = file.grants.recordEvent
    ? file.moves
        .filter((one) => one.step === step && one.allowed)
        .sort((a, b) => Number(b.status === 'DONE') - Number(a.status === 'DONE'))
    : [];
  if (move !== undefined) return <MoveDialog file={file} move={move} name={name} onClose={onDone} />;

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{say('week.move_title', { step: labels.step[step], name })}</DialogTitle>
      <DialogContent>
        <Stack spacing={1} sx={{ pt: 1 }}>
          {moves.length === 0 && <Typography>{say('week.move_none')}</Typography>}
          {moves.map((one, index) => (
            <Button
              key={one.status}
              variant="outlined"
              autoFocus={index === 0}
              aria-haspopup="dialog"
              onClick={() => setMove(one)}
              sx={{ justifyContent: 'start' }}
            >
              {labels.stepStatus[one.status]}
            </Button>
          ))}
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{say('common.cancel')}</Button>
      </DialogActions>
    </Dialog>
  );
};
