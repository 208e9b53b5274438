import Typography from '@mui/material/Typography';
import Stack from '@mui/material/Stack';
import { useWatch } from 'react-hook-form';
import type { RecordEntryInput } from '../../../server/contract/entry.ts';
import type { TaskView } from '../../../server/contract/task.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { RadioInput } from '../shared/fields/RadioInput.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { useFormat } from '../shared/useFormat.ts';

type Fate = 'DONE' | 'DROPPED';

/** What a form says of the tasks of a file: what becomes of each, and one reason for all that are given up. */
export interface TaskFates {
  readonly fates?: Readonly<Record<string, Fate>>;
  readonly dropReason?: string;
}

/** Of a follow-up that ends, what was to be done and is not said done is given up. */
const UNSAID: Fate = 'DROPPED';

/** Asks of each task whether it is done or given up, and why for those that are. */
export const SettleTasks = ({ tasks }: { tasks: readonly TaskView[] }) => {
  const say = useSentences();
  const { plural, longDay } = useFormat();
  const fates = useWatch({ name: 'fates' }) as TaskFates['fates'];
  const isAnyDropped = tasks.some(({ id }) => (fates?.[id] ?? UNSAID) === 'DROPPED');
  const options = [
    { value: 'DONE', label: say('tasks.fate_DONE') },
    { value: 'DROPPED', label: say('tasks.fate_DROPPED') },
  ];
  return (
    <Stack spacing={1} role="group" aria-label={say('tasks.fates', plural(tasks.length))}>
      <Typography sx={{ fontWeight: 600 }}>{say('tasks.fates', plural(tasks.length))}</Typography>
      {tasks.map(({ id, what, dueOn }) => (
        <RadioInput
          key={id}
          source={`fates.${id}`}
          label={say('tasks.fate_of', { what, day: longDay(dueOn) })}
          options={options}
          defaultValue={UNSAID}
          isRow
        />
      ))}
      {isAnyDropped && (
        <TextInput
          source="dropReason"
          label={say('tasks.fates_reason')}
          hint={say('tasks.put_off_reason_hint')}
          defaultValue={say('tasks.fates_reason_usual')}
          maxLength={200}
          isRequired
        />
      )}
    </Stack>
  );
};

/** What is sent of them: each on the version that was shown. */
export function settledWith(
  tasks: readonly TaskView[],
  { fates, dropReason }: TaskFates,
): NonNullable<RecordEntryInput['tasks']> {
  return tasks.map(({ id, version }) => {
    const state = fates?.[id] ?? UNSAID;
    return { id, version, state, ...(state === 'DROPPED' && dropReason !== undefined ? { reason: dropReason } : {}) };
  });
}
