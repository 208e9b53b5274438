import type { TaskView } from '../../contract/task.ts';
import type { CalendarDay } from '../../domain/calendar/calendarDay.ts';
import type { Db } from '../../platform/database/db.ts';

export interface TaskLine {
  id: string;
  pathway_id: string;
  what: string;
  step: TaskView['step'];
  due_on: CalendarDay;
  state: TaskView['state'];
  reason: string | null;
  created_at: string;
  created_by_name: string | null;
  changed_at: string;
  changed_by_name: string | null;
  version: number;
}

const SELECT = `
  select t.id, t.pathway_id, t.what, t.step, t.due_on, t.state, t.reason, t.version,
    t.created_at, made.display_name as created_by_name, t.changed_at, changed.display_name as changed_by_name
  from tasks t
  left join accounts made on made.id = t.created_by
  left join accounts changed on changed.id = t.changed_by`;

/** What was settled and is still of use to see: the last ones. */
const SETTLED_SHOWN = 20;

/** The tasks of a file: those to be done, the nearest first, then the last that were settled. */
export async function findTasks(db: Db, pathwayId: string): Promise<TaskLine[]> {
  const open = await db.query<TaskLine>(
    `${SELECT} where t.pathway_id = $1 and t.state = 'OPEN' order by t.due_on, t.created_at, t.id`,
    [pathwayId],
  );
  const settled = await db.query<TaskLine>(
    `${SELECT} where t.pathway_id = $1 and t.state <> 'OPEN' order by t.changed_at desc, t.id limit ${SETTLED_SHOWN}`,
    [pathwayId],
  );
  return [...open, ...settled];
}

/** How many things are still to be done for a file. */
export async function countOpenTasks(db: Db, pathwayId: string): Promise<number> {
  const counted = await db.one<{ open: number }>(
    `select count(*)::int as open from tasks t where t.pathway_id = $1 and t.state = 'OPEN'`,
    [pathwayId],
  );
  return counted?.open ?? 0;
}

export async function findTask(db: Db, { id, taskId }: { id: string; taskId: string }): Promise<TaskLine | undefined> {
  return db.one<TaskLine>(`${SELECT} where t.pathway_id = $1 and t.id = $2`, [id, taskId]);
}

/** Whether a task is in reach. */
export async function isTaskReached(db: Db, { id }: { readonly id: string }): Promise<boolean> {
  return (await db.one('select 1 from tasks t where t.id = $1', [id])) !== undefined;
}

export function presentTask(line: TaskLine): TaskView {
  return {
    id: line.id,
    pathwayId: line.pathway_id,
    what: line.what,
    step: line.step,
    dueOn: line.due_on,
    state: line.state,
    reason: line.reason,
    createdAt: line.created_at,
    createdByName: line.created_by_name,
    changedAt: line.changed_at,
    changedByName: line.changed_by_name,
    version: line.version,
  };
}
