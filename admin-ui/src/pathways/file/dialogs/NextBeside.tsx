import Box from '@mui/material/Box';
import type { PlanTaskInput } from '../../../../../server/contract/task.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import { daysAfter, type CivilDay } from '../../../shared/civilDay.ts';
import { DayInput } from '../../../shared/fields/DayInput.tsx';
import { TextInput } from '../../../shared/fields/TextInput.tsx';
import { useSession } from '../../../shared/useSession.ts';

export type NextAction = Pick<PlanTaskInput, 'what' | 'dueOn'>;

/** In a week, unless told otherwise: an action without a day is forgotten. */
export const nextFrom = (today: CivilDay): NextAction => ({ what: '', dueOn: daysAfter(today, 7) });

/** What comes next, said with what has just happened; left blank, nothing is planned. */
export const NextBeside = () => {
  const say = useSentences();
  const { today } = useSession();
  return (
    <Box
      component="fieldset"
      sx={{
        border: 0,
        p: 0,
        m: 0,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { sm: 'minmax(0, 1fr) 11rem' },
        minWidth: 0,
      }}
    >
      <Box component="legend" sx={{ fontWeight: 650, p: 0, mb: 1 }}>
        {say('entry.next')}
      </Box>
      <TextInput source="next.what" label={say('tasks.plan_what')} hint={say('entry.next_hint')} maxLength={200} />
      <DayInput source="next.dueOn" label={say('tasks.plan_day')} min={today} />
    </Box>
  );
};
