import type { WeekAct, WeekLineView } from '../../../server/contract/week.ts';
import { ContactDialog } from '../pathways/file/dialogs/ContactDialog.tsx';
import { PlanTaskDialog } from '../tasks/PlanTaskDialog.tsx';
import { PutOffDialog } from '../tasks/PutOffDialog.tsx';
import { useLabels } from '../i18n/useLabels.ts';
import { OfFile } from './OfFile.tsx';
import { StepDialog } from './StepDialog.tsx';
import { tasksOf } from './tasksOf.ts';

export type LineAct = WeekAct | 'PUT_OFF';

interface LineDialogProps {
  readonly line: WeekLineView;
  readonly act: LineAct;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** The dialogue in which a line is done, from where it stands. Closed, the week is asked for again: its line may be gone. */
export const LineDialog = ({ line, act, onDone, onClose }: LineDialogProps) => {
  const labels = useLabels();
  const close = () => {
    onClose();
    void onDone();
  };
  switch (act) {
    case 'PUT_OFF':
      return <PutOffDialog tasks={tasksOf([line])} onDone={onDone} onClose={onClose} />;
    case 'PLAN_TASK':
      return <PlanTaskDialog target={{ ...line, matter: matterOf(line, labels) }} onDone={onDone} onClose={onClose} />;
    case 'RECORD_CONTACT':
      return (
        <OfFile id={line.pathwayId} onClose={onClose}>
          {(file) => <ContactDialog file={file} name={line.name} onClose={close} />}
        </OfFile>
      );
    case 'MOVE_STEP':
      return line.step === null ? null : (
        <StepDialog pathwayId={line.pathwayId} name={line.name} step={line.step} onDone={close} onClose={onClose} />
      );
    default:
      return null;
  }
};

/** What the line is about, where it is about something; a task is planned on its step. */
const matterOf = ({ kind, step, what }: WeekLineView, labels: ReturnType<typeof useLabels>): string | undefined =>
  kind === 'NOTHING_PLANNED' ? undefined : step === null ? what : labels.step[step];
