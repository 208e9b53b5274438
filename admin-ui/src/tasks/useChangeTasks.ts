import type { ChangeTaskInput, TaskView } from '../../../server/contract/task.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { taskQuestions } from '../providers/taskQuestions.ts';
import { ConflictMet, isStale } from '../shared/conflict.ts';
import { isLost } from '../shared/unheard.ts';
import { useFormat } from '../shared/useFormat.ts';
import type { TaskShown } from './taskShown.ts';

/**
 * Changes tasks in the same way, one after the other, then says of how many; refused one of them, it says so of those before.
 * One that somebody changed meanwhile is a choice: what one asks of it, or what it has become; the others go on from there.
 */
export function useChangeTasks() {
  const say = useSentences();
  const { longDay } = useFormat();
  const asked = ({ state, dueOn }: ChangeTaskInput): string =>
    state === 'DROPPED' ? say('tasks.fate_DROPPED') : say('tasks.due', { day: longDay(dueOn ?? '') });
  const become = ({ what, state, dueOn }: TaskView, task: TaskShown): string =>
    [
      ...(what === task.what ? [] : [what]),
      state === 'OPEN' ? say('tasks.due', { day: longDay(dueOn) }) : say(`tasks.fate_${state}`),
    ].join(' – ');

  const changeAll = async (
    tasks: readonly TaskShown[],
    body: ChangeTaskInput,
    then: (changed: readonly TaskShown[], isOver: boolean) => Promise<void>,
  ): Promise<void> => {
    for (const [index, task] of tasks.entries()) {
      try {
        await taskQuestions.change(task, body);
      } catch (refusal) {
        const isMet = isStale(refusal) || isLost(refusal);
        const known = isMet ? await taskQuestions.list(task.pathwayId).catch(() => []) : [];
        const now = known.find(({ id }) => id === task.id);
        if (now !== undefined && isAsAsked(now, body)) continue;
        if (index > 0) await then(tasks.slice(0, index), false);
        if (now === undefined || isLost(refusal)) throw refusal;
        const rest = tasks.slice(index + 1);
        throw new ConflictMet({
          changed: { by: now.changedByName, at: now.changedAt },
          fields: [{ key: task.id, label: task.what, mine: asked(body), theirs: become(now, task) }],
          save: (keepTheirs) =>
            changeAll(keepTheirs.has(task.id) ? rest : [{ ...task, version: now.version }, ...rest], body, then),
        });
      }
    }
    await then(tasks, true);
  };
  return changeAll;
}

/** Changed already as is asked: by this very act, whose answer was lost. */
function isAsAsked(now: TaskView, body: ChangeTaskInput): boolean {
  const known: Readonly<Record<string, unknown>> = now;
  return Object.entries(body).every(([key, value]) => known[key] === value);
}
