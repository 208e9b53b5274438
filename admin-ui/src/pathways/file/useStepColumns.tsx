import Typography from '@mui/material/Typography';
import type { MoveView, StepView } from '../../../../server/contract/pathway.ts';
import { useLabels } from '../../i18n/useLabels.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { Column } from '../../shared/table/columns.ts';
import { useFormat } from '../../shared/useFormat.ts';
import { MoveMenu } from './MoveMenu.tsx';
import { StepBasis } from './StepBasis.tsx';
import { StepTag } from './StepTag.tsx';

interface StepColumns {
  readonly movesOf: (step: StepView) => readonly MoveView[];
  readonly onMove: (move: MoveView) => void;
  /** Recorded before what it should have waited for. */
  readonly isAhead: (step: StepView) => boolean;
}

/** The columns of the steps: what, where it stands, until when, on what ground, what may be recorded. */
export function useStepColumns({ movesOf, onMove, isAhead }: StepColumns): Column<StepView>[] {
  const labels = useLabels();
  const say = useSentences();
  return [
    {
      key: 'step',
      label: say('file.step'),
      isRowHeader: true,
      width: '38%',
      cell: (step) => <StepName step={step} note={isAhead(step) ? say('file.step_ahead') : undefined} />,
    },
    { key: 'status', label: say('file.step_status'), width: '18%', cell: (step) => labels.stepStatus[step.status] },
    { key: 'due', label: say('file.step_due'), width: '16%', cell: (step) => <StepDue step={step} /> },
    { key: 'basis', label: say('file.step_basis'), width: '16%', cell: (step) => <StepBasis basis={step.basis} /> },
    {
      key: 'action',
      label: say('file.step_action'),
      width: '12%',
      cell: (step) => <MoveMenu step={step.code} moves={movesOf(step)} onChoose={onMove} />,
    },
  ];
}

/** The step, and the server's sentence about it. */
export const StepName = ({ step, note }: { step: StepView; note?: string | undefined }) => {
  const labels = useLabels();
  return (
    <>
      <Typography component="span" sx={{ fontWeight: 600, display: 'block' }}>
        {labels.step[step.code]}
      </Typography>
      <Typography component="span" variant="body2" color="textSecondary" sx={{ fontWeight: 400 }}>
        {step.sentence}
      </Typography>
      {note !== undefined && (
        <Typography component="span" variant="body2" sx={{ display: 'block', fontWeight: 600 }}>
          {note}
        </Typography>
      )}
    </>
  );
};

/** The day the step is due, and whether that is late, soon, or waiting for another step (the sentence says which). */
export const StepDue = ({ step }: { step: StepView }) => {
  const say = useSentences();
  const { day } = useFormat();
  return (
    <>
      <span style={{ marginRight: 6 }}>{step.dueOn === null ? say('file.step_no_due') : day(step.dueOn)}</span>
      <StepTag state={step.state} />
    </>
  );
};
