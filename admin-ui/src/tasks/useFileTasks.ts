import { useCallback, useRef, useState } from 'react';
import type { TaskView } from '../../../server/contract/task.ts';
import { useAfterEntry } from '../pathways/file/entrySaved.ts';
import { taskQuestions } from '../providers/taskQuestions.ts';
import { useQuestion } from '../shared/useQuestion.ts';

/** The tasks of a file; of none, nothing is asked. Asked again after each change, those known stay on screen until the answer comes. */
export function useFileTasks(pathwayId: string | undefined) {
  const [turn, setTurn] = useState(0);
  const known = useRef<readonly TaskView[] | undefined>(undefined);
  const { answer, error } = useQuestion(pathwayId === undefined ? undefined : `${pathwayId} ${turn}`, (signal) =>
    taskQuestions.list(pathwayId ?? '', signal),
  );
  if (answer !== undefined) known.current = answer;
  const askAgain = useCallback(() => setTurn((value) => value + 1), []);
  useAfterEntry(askAgain);
  return { tasks: known.current, error, askAgain };
}
