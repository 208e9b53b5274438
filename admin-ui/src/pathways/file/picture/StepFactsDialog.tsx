import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { MoveView, StepView } from '../../../../../server/contract/pathway.ts';
import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { FileRecord } from '../../../providers/fileChange.ts';
import { MoveDialog } from '../dialogs/MoveDialog.tsx';
import { MoveMenu } from '../MoveMenu.tsx';
import { movesOf } from '../movesOf.ts';
import { StepBasis } from '../StepBasis.tsx';
import type { DrawnFact } from './factsInOrder.ts';
import { FactList } from './FactList.tsx';

interface StepFactsDialogProps {
  readonly file: FileRecord;
  readonly step: StepView;
  readonly facts: readonly DrawnFact[];
  readonly onClose: () => void;
}

/** One step of the picture: why it stands where it does, what it went through, and what may be recorded on it. */
export const StepFactsDialog = ({ file, step, facts, onClose }: StepFactsDialogProps) => {
  const labels = useLabels();
  const say = useSentences();
  const titleId = useId();
  const [move, setMove] = useState<MoveView>();
  if (move !== undefined) return <MoveDialog file={file} move={move} onClose={onClose} />;

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>{labels.step[step.code]}</DialogTitle>
      <DialogContent>
        <Typography>{step.sentence}</Typography>
        <Typography component="div" variant="body2" color="textSecondary" sx={{ mb: 2 }}>
          <StepBasis basis={step.basis} />
        </Typography>
        <FactList facts={facts} today={file.timeline.today} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, flexWrap: 'wrap', gap: 1 }}>
        <MoveMenu step={step.code} moves={movesOf(file, step)} onChoose={setMove} />
        <Button onClick={onClose} autoFocus>
          {say('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
