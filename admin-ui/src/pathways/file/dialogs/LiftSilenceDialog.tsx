import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import { dayBefore } from '../../../shared/civilDay.ts';
import { useSession } from '../../../shared/useSession.ts';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';
import type { RunningSilence } from './standingEvents.ts';

/**
 * What was awaited has come, or will not: the silence is corrected with its last day, and stays in the history as it was.
 * Lifted on the day it began, it has hidden nothing: it is taken back.
 */
export const LiftSilenceDialog = ({ file, silence, onClose }: FileDialogProps & { silence: RunningSilence }) => {
  const labels = useLabels();
  const say = useSentences();
  const { today } = useSession();
  const { id, rule, reason, on } = silence;
  return (
    <EventDialog<object>
      file={file}
      title={`${say('file.stall_lift')} – ${labels.stallRule[rule]}`}
      intro={say('record.lift_intro')}
      submitLabel={say('file.stall_lift')}
      toEvent={() =>
        on >= today ? { retracts: id } : { silence: rule, on, until: dayBefore(today), reason, corrects: id }
      }
      onClose={onClose}
    />
  );
};
