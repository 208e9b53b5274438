import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { useSession } from '../../../shared/useSession.ts';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';
import type { RunningSilence } from './standingEvents.ts';

/** Another last day for a silence that runs: a correction, which counts once, rather than one more silence. */
export const ProlongDialog = ({ file, silence, onClose }: FileDialogProps & { silence: RunningSilence }) => {
  const labels = useLabels();
  const say = useSentences();
  const { today } = useSession();
  const { id, rule, reason, on } = silence;
  return (
    <EventDialog<{ until: CivilDay }>
      file={file}
      title={`${say('file.stall_prolong')} – ${labels.stallRule[rule]}`}
      intro={say('record.prolong_intro')}
      defaults={{ until: silence.until }}
      toEvent={({ until }) => ({ silence: rule, on, until, reason, corrects: id })}
      onClose={onClose}
    >
      <DayInput source="until" label={say('record.silence_until')} min={today} isRequired />
    </EventDialog>
  );
};
