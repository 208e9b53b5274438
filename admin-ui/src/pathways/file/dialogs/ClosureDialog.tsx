import { CLOSURE_REASONS, type ClosureReason } from '../../../../../server/contract/labels.ts';
import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { optionsOf } from '../../../shared/fields/Choice.tsx';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { ErrorCard } from '../../../shared/ErrorCard.tsx';
import { LoadingBlock } from '../../../shared/LoadingBlock.tsx';
import { settledWith, SettleTasks, type TaskFates } from '../../../tasks/SettleTasks.tsx';
import { useFileTasks } from '../../../tasks/useFileTasks.ts';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';
import { OpenSteps } from './OpenSteps.tsx';

type Closing = { readonly on: CivilDay; readonly closure: ClosureReason } & TaskFates;

/** Ends the follow-up. What was to be done is said done or given up with it: nothing is left in a file that nobody opens. */
export const ClosureDialog = ({ file, onClose }: FileDialogProps) => {
  const labels = useLabels();
  const say = useSentences();
  const { tasks, error, askAgain } = useFileTasks(file.grants.planTask ? file.id : undefined);
  const open = tasks?.filter(({ state }) => state === 'OPEN');
  return (
    <EventDialog<Closing>
      file={file}
      title={say('record.closure_title')}
      toEvent={({ on, closure }) => ({ closure, on })}
      {...(file.grants.planTask ? { toTasks: (fates) => settledWith(open ?? [], fates) } : {})}
      isWaiting={file.grants.planTask && open === undefined}
      // Somebody may have planned, or settled, something meanwhile.
      onRefused={askAgain}
      onClose={onClose}
    >
      <ChoiceInput
        source="closure"
        label={say('record.closure_reason')}
        options={optionsOf(CLOSURE_REASONS, labels.closureReason)}
        isRequired
      />
      <DayInput source="on" label={say('record.on')} isFact isRequired />
      {error !== undefined && <ErrorCard error={error} onRetry={askAgain} />}
      {file.grants.planTask && open === undefined && error === undefined && <LoadingBlock lines={2} />}
      {open !== undefined && open.length > 0 && <SettleTasks tasks={open} />}
      <OpenSteps file={file} />
    </EventDialog>
  );
};
