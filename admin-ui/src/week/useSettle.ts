import { useCallback, useState } from 'react';
import type { WeekLineView } from '../../../server/contract/week.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ApiError } from '../providers/apiError.ts';
import { taskQuestions, type TaskRef } from '../providers/taskQuestions.ts';
import { useFormat } from '../shared/useFormat.ts';
import { useTell } from '../shared/useTell.ts';

/** The task of a line, as a change of it must name it. */
export function taskOf({ pathwayId, task }: WeekLineView): TaskRef | undefined {
  return task === null ? undefined : { pathwayId, id: task.id, version: task.version };
}

/**
 * Says that tasks are done. Each is saved at once, one after the other; what was done is told, and can be taken back by
 * opening the same tasks again. A refusal stops there: what is done is done, the rest is as it was.
 */
export function useSettle(refetch: () => Promise<void>) {
  const say = useSentences();
  const tell = useTell();
  const { plural } = useFormat();
  const [settled, setSettled] = useState<readonly (TaskRef & { readonly what: string })[]>([]);
  const [done, setDone] = useState<string>();
  const [refusal, setRefusal] = useState<unknown>();

  const settle = useCallback(
    async (lines: readonly WeekLineView[]) => {
      setRefusal(undefined);
      const now: (TaskRef & { what: string })[] = [];
      try {
        for (const line of lines) {
          const task = taskOf(line);
          if (task === undefined) continue;
          const { version } = await taskQuestions.change(task, { state: 'DONE' });
          now.push({ ...task, version, what: line.what });
        }
      } catch (problem) {
        setRefusal(problem);
      }
      const [first] = lines;
      setSettled(now);
      setDone(
        now.length === 0
          ? undefined
          : now.length === 1 && first !== undefined
            ? say('week.settled', { what: first.what, name: first.name })
            : say('week.settled_many', plural(now.length)),
      );
      await refetch();
    },
    [plural, refetch, say],
  );

  const undo = useCallback(async () => {
    setRefusal(undefined);
    try {
      for (const { what: _what, ...task } of settled) await taskQuestions.change(task, { state: 'OPEN' });
      tell(say('week.undone', { ...plural(settled.length), what: settled[0]?.what ?? '' }));
      setDone(undefined);
      setSettled([]);
    } catch (problem) {
      setRefusal(problem instanceof ApiError ? problem : undefined);
    }
    await refetch();
  }, [plural, refetch, say, settled, tell]);

  return { settle, undo, done, refusal };
}
