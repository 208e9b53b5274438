import type { CalendarDay } from '../calendar/calendarDay.ts';
import { formatDayFr } from '../calendar/formatDayFr.ts';

export const TASK_STATES = ['OPEN', 'DONE', 'DROPPED'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What somebody said she would do for a file, and by which day. */
export interface Task {
  readonly what: string;
  readonly dueOn: CalendarDay;
  readonly state: TaskState;
  /** Why it was put off, or dropped, the last time. */
  readonly reason: string | null;
}

/** What is asked of a task: what is not given stays. */
export interface TaskChange {
  readonly what?: string | undefined;
  readonly dueOn?: CalendarDay | undefined;
  readonly state?: TaskState | undefined;
  readonly reason?: string | undefined;
}

export type TaskVerdict =
  | { readonly accepted: true; readonly task: Task }
  | { readonly accepted: false; readonly code: string; readonly field: keyof TaskChange; readonly reason: string };

const refused = (code: string, field: keyof TaskChange, reason: string): TaskVerdict => ({
  accepted: false,
  code,
  field,
  reason,
});

/** A day by which something is to be done is not behind us; that it was not done is what an overdue task says. */
export function refusalOfDay(dueOn: CalendarDay, today: CalendarDay): string | null {
  return dueOn < today ? 'Choisissez aujourd’hui ou un jour à venir.' : null;
}

/**
 * The task as asked, or why not. Putting off and dropping say why: whoever reads the file after must know that it was
 * seen, and not forgotten. One that is settled is opened again before anything else of it changes.
 */
export function changeTask(task: Task, change: TaskChange, today: CalendarDay): TaskVerdict {
  const state = change.state ?? task.state;
  const dueOn = change.dueOn ?? task.dueOn;
  const what = change.what ?? task.what;
  if (task.state !== 'OPEN' && state !== 'OPEN' && (dueOn !== task.dueOn || what !== task.what))
    return refused('task_settled', 'state', 'Cette action est terminée\u00a0: rouvrez-la pour la modifier.');
  if (dueOn !== task.dueOn) {
    const refusal = refusalOfDay(dueOn, today);
    if (refusal !== null) return refused('due_in_the_past', 'dueOn', refusal);
  }
  const asksWhy = dueOn > task.dueOn || (state === 'DROPPED' && task.state !== 'DROPPED');
  if (asksWhy && change.reason === undefined)
    return refused('reason_missing', 'reason', 'Dites pourquoi, en quelques mots.');
  return { accepted: true, task: { what, dueOn, state, reason: change.reason ?? task.reason } };
}

/** The words of a task in the history of its file: what, by when, and what became of it. */
export function taskWords({ what, dueOn, state, reason }: Task): string {
  const settled = { OPEN: `pour le ${formatDayFr(dueOn)}`, DONE: 'fait', DROPPED: 'abandonné' }[state];
  return [`${what}\u00a0: ${settled}`, state === 'DONE' ? null : reason].filter((part) => part !== null).join(' – ');
}
