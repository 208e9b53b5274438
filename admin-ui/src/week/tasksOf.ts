import type { WeekLineView } from '../../../server/contract/week.ts';
import type { TaskShown } from '../tasks/taskShown.ts';

/** The tasks among lines of the week. */
export function tasksOf(lines: readonly WeekLineView[]): TaskShown[] {
  return lines.flatMap(({ pathwayId, task, what, name }) =>
    task === null ? [] : [{ pathwayId, id: task.id, version: task.version, dueOn: task.dueOn, what, name }],
  );
}
