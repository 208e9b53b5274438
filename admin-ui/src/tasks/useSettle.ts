import { useCallback, useRef, useState } from 'react';
import type { ChangeTaskInput } from '../../../server/contract/task.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { taskQuestions } from '../providers/taskQuestions.ts';
import { isStale } from '../shared/conflict.ts';
import { isUnheard } from '../shared/unheard.ts';
import { useFormat } from '../shared/useFormat.ts';
import { useTell } from '../shared/useTell.ts';
import type { TaskShown } from './taskShown.ts';

type State = NonNullable<ChangeTaskInput['state']>;

/** What became of the last that was asked. */
interface Outcome<Place> {
  /** Where it was asked, as whoever shows it says it. */
  readonly place: Place | undefined;
  /** What was done, and may be taken back. */
  readonly settled: readonly TaskShown[];
  readonly refused?: { readonly problem: unknown; readonly state: State; readonly left: readonly TaskShown[] };
}

/** Changes tasks one after the other, until one is refused: what is done is done, the rest is as it was. */
async function change(tasks: readonly TaskShown[], state: State) {
  const changed: TaskShown[] = [];
  for (const [index, task] of tasks.entries()) {
    try {
      changed.push({ ...task, version: await becomes(task, state) });
    } catch (problem) {
      return { changed, refused: { problem, state, left: await asTheyAre(tasks.slice(index)) } };
    }
  }
  return { changed };
}

/** What is already so is not refused: it may be this very act, whose answer was lost. */
async function becomes(task: TaskShown, state: State): Promise<number> {
  try {
    return (await taskQuestions.change(task, { state })).version;
  } catch (problem) {
    const now = isStale(problem) ? await asItIs(task) : undefined;
    if (now?.state !== state) throw problem;
    return now.version;
  }
}
const asItIs = async ({ pathwayId, id }: TaskShown) =>
  (await taskQuestions.list(pathwayId)).find((task) => task.id === id);

/** To be asked again on what is there now; where that is not heard, on what was read. */
async function asTheyAre(tasks: readonly TaskShown[]): Promise<TaskShown[]> {
  const [first, ...rest] = tasks;
  if (first === undefined) return [];
  const now = await asItIs(first).catch(() => undefined);
  return [{ ...first, version: now?.version ?? first.version }, ...rest];
}

/**
 * Says that tasks are done. Each is saved at once, one after the other; what was done is told, and can be taken back by
 * opening the same tasks again. A task that is on its way is not asked twice.
 */
export function useSettle<Place>(refetch: () => Promise<void>) {
  const say = useSentences();
  const tell = useTell();
  const { plural } = useFormat();
  const [outcome, setOutcome] = useState<Outcome<Place>>();
  const onTheirWay = useRef(new Set<string>());

  /**
   * Those that are not on their way already, together. What is done stays on its way until its line has gone; what was
   * refused may be asked again at once, however long the list takes to be read again.
   */
  const once = useCallback(
    async (tasks: readonly TaskShown[], act: (tasks: readonly TaskShown[]) => ReturnType<typeof change>) => {
      let waiting = tasks.filter(({ id }) => !onTheirWay.current.has(id));
      if (waiting.length === 0) return;
      const arrived = (those: readonly TaskShown[]) => those.forEach(({ id }) => onTheirWay.current.delete(id));
      for (const { id } of waiting) onTheirWay.current.add(id);
      try {
        const { changed, refused } = await act(waiting);
        waiting = changed;
        arrived(refused?.left ?? []);
        await refetch();
      } finally {
        arrived(waiting);
      }
    },
    [refetch],
  );
  const settle = useCallback(
    (tasks: readonly TaskShown[], place?: Place, before: readonly TaskShown[] = []) =>
      once(tasks, async (ready) => {
        const became = await change(ready, 'DONE');
        const { changed, ...rest } = became;
        setOutcome({ place, settled: [...before, ...changed], ...rest });
        return became;
      }),
    [once],
  );
  const reopen = useCallback(
    (tasks: readonly TaskShown[], place?: Place) =>
      once(tasks, async (ready) => {
        const became = await change(ready, 'OPEN');
        const { changed, refused } = became;
        if (changed.length > 0) tell(say('tasks.undone', { ...plural(changed.length), what: changed[0]?.what ?? '' }));
        setOutcome(refused && { place, settled: refused.left, refused });
        return became;
      }),
    [once, plural, say, tell],
  );

  const { place, settled = [], refused } = outcome ?? {};
  const [first] = settled;
  const isDone = first !== undefined && refused?.state !== 'OPEN';
  return {
    settle,
    reopen,
    undo: () => reopen(settled, place),
    retry: async (): Promise<void> => {
      if (refused === undefined) return;
      await (refused.state === 'DONE' ? settle(refused.left, place, settled) : reopen(refused.left, place));
    },
    place,
    settled,
    done: !isDone
      ? undefined
      : settled.length === 1
        ? say('tasks.settled', { what: first.what, name: first.name })
        : say('tasks.settled_many', plural(settled.length)),
    refused:
      refused === undefined
        ? undefined
        : {
            problem: refused.problem,
            title:
              settled.length > 0 && refused.state === 'DONE'
                ? say('tasks.not_saved', plural(refused.left.length))
                : say(isUnheard(refused.problem) ? 'forms.unheard' : 'tasks.nothing_saved'),
          },
  };
}
