import { useCallback, useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { ApiError } from '../providers/apiError.ts';
import { taskQuestions } from '../providers/taskQuestions.ts';
import { useFormat } from '../shared/useFormat.ts';
import { useTell } from '../shared/useTell.ts';
import type { TaskShown } from './taskShown.ts';

/**
 * Says that tasks are done. Each is saved at once, one after the other; what was done is told, and can be taken back by
 * opening the same tasks again. A refusal stops there: what is done is done, the rest is as it was.
 */
export function useSettle(refetch: () => Promise<void>) {
  const say = useSentences();
  const tell = useTell();
  const { plural } = useFormat();
  const [settled, setSettled] = useState<readonly TaskShown[]>([]);
  const [done, setDone] = useState<string>();
  const [refusal, setRefusal] = useState<unknown>();

  const settle = useCallback(
    async (tasks: readonly TaskShown[]) => {
      setRefusal(undefined);
      const now: TaskShown[] = [];
      try {
        for (const task of tasks) {
          const { version } = await taskQuestions.change(task, { state: 'DONE' });
          now.push({ ...task, version });
        }
      } catch (problem) {
        setRefusal(problem);
      }
      const [first] = now;
      setSettled(now);
      setDone(
        now.length === 0
          ? undefined
          : now.length === 1 && first !== undefined
            ? say('tasks.settled', { what: first.what, name: first.name })
            : say('tasks.settled_many', plural(now.length)),
      );
      await refetch();
    },
    [plural, refetch, say],
  );

  const reopen = useCallback(
    async (tasks: readonly TaskShown[]) => {
      setRefusal(undefined);
      try {
        for (const task of tasks) await taskQuestions.change(task, { state: 'OPEN' });
        tell(say('tasks.undone', { ...plural(tasks.length), what: tasks[0]?.what ?? '' }));
        setDone(undefined);
        setSettled([]);
      } catch (problem) {
        setRefusal(problem instanceof ApiError ? problem : undefined);
      }
      await refetch();
    },
    [plural, refetch, say, tell],
  );
  const undo = useCallback(() => reopen(settled), [reopen, settled]);

  return { settle, reopen, undo, done, refusal };
}
