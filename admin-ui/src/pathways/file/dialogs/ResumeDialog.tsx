import { useSentences } from '../../../i18n/useSentences.ts';
import type { CivilDay } from '../../../shared/civilDay.ts';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { useSession } from '../../../shared/useSession.ts';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';
import { runningPause } from './standingEvents.ts';

/** Ends a pause: the event of the pause is corrected with its last day, and stays in the history as it was. */
export const ResumeDialog = ({ file, onClose }: FileDialogProps) => {
  const say = useSentences();
  const { today } = useSession();
  const pause = runningPause(file);
  if (pause === undefined) return null;

  return (
    <EventDialog<{ on: CivilDay; until: CivilDay }>
      file={file}
      title={say('record.resume_title')}
      defaults={{ until: today }}
      toEvent={({ until }) => ({ pause: pause.reason, on: pause.on, until, corrects: pause.id })}
      onClose={onClose}
    >
      <DayInput
        source="until"
        label={say('record.resume_on')}
        hint={say('record.resume_hint')}
        min={pause.on}
        isFact
        isRequired
      />
    </EventDialog>
  );
};
