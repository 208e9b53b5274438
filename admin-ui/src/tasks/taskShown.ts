import type { TaskRef } from '../providers/taskQuestions.ts';

/** A task as a screen shows it: what is to be done, for whom, and what a change of it must name. */
export interface TaskShown extends TaskRef {
  readonly what: string;
  readonly name: string;
  readonly dueOn: string;
}
