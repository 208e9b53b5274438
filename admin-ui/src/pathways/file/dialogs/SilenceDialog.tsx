import { SILENCE_REASONS, type SilenceReason } from '../../../../../server/contract/labels.ts';
import type { StallView } from '../../../../../server/contract/pathway.ts';
import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { optionsOf } from '../../../shared/fields/Choice.tsx';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { useSession } from '../../../shared/useSession.ts';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';

interface SilenceValues {
  readonly on: CivilDay;
  readonly reason: SilenceReason;
  readonly until: CivilDay;
}

/** « Connu, en attente de… jusqu’au… »: hides a stall until a day, then gives it back by itself; a watch stays in sight. */
export const SilenceDialog = ({ file, stall, onClose }: FileDialogProps & { stall: StallView }) => {
  const labels = useLabels();
  const say = useSentences();
  const { today } = useSession();
  return (
    <EventDialog<SilenceValues>
      file={file}
      title={`${say('record.silence_title')} – ${labels.stallRule[stall.rule]}`}
      intro={say(stall.state === 'WATCH' ? 'record.silence_intro_watch' : 'record.silence_intro')}
      toEvent={({ on, reason, until }) => ({ silence: stall.rule, on, until, reason })}
      onClose={onClose}
    >
      <ChoiceInput
        source="reason"
        label={say('record.silence_reason')}
        options={optionsOf(SILENCE_REASONS, labels.silenceReason)}
        isRequired
      />
      <DayInput source="until" label={say('record.silence_until')} min={today} isRequired />
    </EventDialog>
  );
};
