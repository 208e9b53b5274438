import type { ChangeTaskInput, PlanTaskInput, TaskView } from '../../../server/contract/task.ts';
import { ask } from './ask.ts';

const tasksOf = (pathwayId: string): string => `/pathways/${encodeURIComponent(pathwayId)}/tasks`;

/** A task as a screen knows it: which file, which task, and the version that it shows. */
export interface TaskRef {
  readonly pathwayId: string;
  readonly id: string;
  readonly version: number;
}

/** What is to be done for a file. */
export const taskQuestions = {
  list: async (pathwayId: string, signal?: AbortSignal) => (await ask<TaskView[]>(tasksOf(pathwayId), { signal })).data,

  plan: async (pathwayId: string, body: PlanTaskInput, key: string) => {
    const headers = { 'Idempotency-Key': key };
    return (await ask<TaskView>(tasksOf(pathwayId), { method: 'POST', body, headers })).data;
  },

  /** @throws ApiError 412 when somebody changed the task meanwhile. */
  change: async ({ pathwayId, id, version }: TaskRef, body: ChangeTaskInput) => {
    const headers = { 'If-Match': `"${version}"` };
    const path = `${tasksOf(pathwayId)}/${encodeURIComponent(id)}`;
    return (await ask<TaskView>(path, { method: 'PUT', body, headers })).data;
  },
};
