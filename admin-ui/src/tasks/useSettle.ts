import { useCallback, useRef, useState } from 'react';
import type { ChangeTaskInput } from '../../../server/contract/task.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { taskQuestions } from '../providers/taskQuestions.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
import { isLost } from '../shared/unheard.ts';
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

/** What is on its way: what was asked, where, and what is done of it once it is answered. */
interface Saving<Place> {
  readonly asked: readonly TaskShown[];
  readonly place: Place | undefined;
  readonly settled: Promise<readonly TaskShown[]>;
}

/** Changes tasks one after the other, until one is refused: what is done is done, the rest is as it was. */
async function change(tasks: readonly TaskShown[], state: State) {
  const changed: TaskShown[] = [];
  for (const [index, task] of tasks.entries()) {
    const { version, problem } = await becomes(task, state);
    if (problem === undefined) changed.push({ ...task, version });
    else return { changed, refused: { problem, state, left: [{ ...task, version }, ...tasks.slice(index + 1)] } };
  }
  return { changed };
}

/**
 * What is already so is neither refused nor unheard: it may be this very act, whose answer was lost. What is not so is to
 * be asked again on what is there now; where that is not heard, on what was read.
 */
async function becomes(task: TaskShown, state: State): Promise<{ version: number; problem?: unknown }> {
  try {
    const { version } = await taskQuestions.change(task, { state });
    return { version };
  } catch (problem) {
    const now = await asItIs(task).catch(() => undefined);
    const { version } = now ?? task;
    return now?.state === state ? { version } : { version, problem };
  }
}
const asItIs = async ({ pathwayId, id }: TaskShown) =>
  (await taskQuestions.list(pathwayId)).find((task) => task.id === id);

/**
 * Says that tasks are done. Each is saved at once, one after the other; what was done is told, and can be taken back by
 * opening the same tasks again. A task that is on its way is not asked twice; taken back meanwhile, it is once it is done.
 */
export function useSettle<Place>(refetch: () => Promise<void>) {
  const say = useSentences();
  const tell = useTell();
  const announce = useAnnounce();
  const { plural } = useFormat();
  const [outcome, setOutcome] = useState<Outcome<Place>>();
  const onTheirWay = useRef(new Set<string>());
  /** The last that was said done and is not answered, or whose lines have not gone. */
  const saving = useRef<Saving<Place>>(undefined);

  /**
   * Those that are not on their way already, together. What is done stays on its way until its line has gone; what was
   * refused may be asked again at once, however long the list takes to be read again.
   */
  const once = useCallback(
    async (tasks: readonly TaskShown[], act: (tasks: readonly TaskShown[]) => ReturnType<typeof change>) => {
      let waiting = tasks.filter(({ id }) => !onTheirWay.current.has(id));
      if (waiting.length === 0) return [];
      const arrived = (those: readonly TaskShown[]) => those.forEach(({ id }) => onTheirWay.current.delete(id));
      for (const { id } of waiting) onTheirWay.current.add(id);
      try {
        const { changed, refused } = await act(waiting);
        waiting = changed;
        arrived(refused?.left ?? []);
        await refetch();
        return changed;
      } finally {
        arrived(waiting);
      }
    },
    [refetch],
  );
  const named = useCallback(
    (tasks: readonly TaskShown[]) => ({
      ...plural(tasks.length),
      what: tasks[0]?.what ?? '',
      name: tasks[0]?.name ?? '',
    }),
    [plural],
  );
  const settle = useCallback(
    async (tasks: readonly TaskShown[], place?: Place, before: readonly TaskShown[] = []): Promise<void> => {
      const asked = tasks.filter(({ id }) => !onTheirWay.current.has(id));
      if (asked.length === 0) return;
      const settled = once(asked, async (ready) => {
        const became = await change(ready, 'DONE');
        const { changed, ...rest } = became;
        setOutcome({ place, settled: [...before, ...changed], ...rest });
        return became;
      }).then((changed) => [...before, ...changed]);
      const own = { asked: [...before, ...asked], place, settled };
      saving.current = own;
      try {
        await settled;
      } finally {
        if (saving.current === own) saving.current = undefined;
      }
    },
    [once],
  );
  const reopen = useCallback(
    (tasks: readonly TaskShown[], place?: Place) =>
      once(tasks, async (ready) => {
        const became = await change(ready, 'OPEN');
        const { changed, refused } = became;
        if (changed.length > 0) tell(say('tasks.undone', named(changed)));
        setOutcome((now) =>
          refused !== undefined
            ? { place, settled: refused.left, refused }
            : // What was done besides is still told, and may be taken back in its turn.
              now?.settled.some(({ id }) => tasks.some((task) => task.id === id)) === false
              ? now
              : undefined,
        );
        return became;
      }),
    [named, once, say, tell],
  );

  const { place, settled = [], refused } = outcome ?? {};
  const [first] = settled;
  /** Of some that are done and the others that have not left, nothing is told of them all. */
  const whatOf = ({ problem, state, left }: NonNullable<typeof refused>) => {
    if (settled.length === 0 || state === 'OPEN') return { refused: say('tasks.nothing_saved') };
    const notSaved = say('tasks.not_saved', plural(left.length));
    return isLost(problem) ? { refused: notSaved } : { title: notSaved };
  };
  const isDone = first !== undefined && refused?.state !== 'OPEN';
  return {
    settle,
    reopen,
    /** What was done last is opened again: what is on its way, once it is done, else what is told. */
    undo: async (onStart?: (tasks: readonly TaskShown[]) => void): Promise<void> => {
      const last = saving.current;
      if (last !== undefined) announce(say('tasks.undo_waits', named(last.asked)));
      const done = last === undefined ? (isDone ? settled : []) : await last.settled;
      if (done.length === 0) return;
      if (done.every(({ id }) => onTheirWay.current.has(id))) announce(say('common.saving'));
      onStart?.(done);
      await reopen(done, last === undefined ? place : last.place);
    },
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
            words: whatOf(refused),
          },
  };
}
