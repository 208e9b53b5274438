import { useState } from 'react';
import { useSentences } from '../../../i18n/useSentences.ts';
import { dayBefore, type CivilDay } from '../../../shared/civilDay.ts';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { useSession } from '../../../shared/useSession.ts';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';
import { runningPause } from './standingEvents.ts';

/**
 * Ends a pause: the event of the pause is corrected with its last day, and stays in the history as it was. Resumed on
 * the day it began, it has lasted no day: it is taken back.
 */
export const ResumeDialog = ({ file, onClose }: FileDialogProps) => {
  const say = useSentences();
  const { today } = useSession();
  // The one that was read: of another, made of it meanwhile, the end would be written over.
  const [pause] = useState(() => runningPause(file));
  if (pause === undefined) return null;

  return (
    <EventDialog<{ on: CivilDay; resumedOn: CivilDay }>
      file={file}
      title={say('record.resume_title')}
      defaults={{ resumedOn: today }}
      toEvent={({ resumedOn }) =>
        resumedOn <= pause.on
          ? { retracts: pause.id }
          : { pause: pause.reason, on: pause.on, until: dayBefore(resumedOn), corrects: pause.id }
      }
      onClose={onClose}
    >
      <DayInput source="resumedOn" label={say('record.resume_on')} min={pause.on} isFact isRequired />
    </EventDialog>
  );
};
