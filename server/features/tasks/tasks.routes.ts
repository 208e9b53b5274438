import { z } from 'zod';
import { idParams } from '../../contract/common.ts';
import { changeTaskInput, planTaskInput, taskParams, taskSchema } from '../../contract/task.ts';
import { route } from '../../platform/http/route.ts';
import { changeTask } from './changeTask.ts';
import { listTasks } from './listTasks.ts';
import { planTask } from './planTask.ts';
import { isTaskReached } from './tasks.queries.ts';

export const taskRoutes = [
  route({
    method: 'get',
    path: '/pathways/:id/tasks',
    operationId: 'listTasks',
    summary: 'What is to be done for a file, and what was settled last',
    access: 'tasks.plan',
    audit: { kind: 'READ', files: (_tasks, { params }) => [params.id] },
    transaction: 'actor',
    params: idParams,
    output: z.array(taskSchema),
    run: listTasks,
  }),
  route({
    method: 'post',
    path: '/pathways/:id/tasks',
    operationId: 'planTask',
    summary: 'Say what is to be done for a file, and by which day',
    access: 'tasks.plan',
    audit: { kind: 'WRITE', files: ({ pathwayId }) => [pathwayId] },
    transaction: 'actor',
    params: idParams,
    body: planTaskInput,
    output: taskSchema,
    status: 201,
    idempotent: true,
    isReached: isTaskReached,
    run: planTask,
  }),
  route({
    method: 'put',
    path: '/pathways/:id/tasks/:taskId',
    operationId: 'changeTask',
    summary: 'Say that a task is done, put off, dropped or to be done again',
    access: 'tasks.plan',
    audit: { kind: 'WRITE', files: ({ pathwayId }) => [pathwayId] },
    transaction: 'actor',
    params: taskParams,
    body: changeTaskInput,
    output: taskSchema,
    ifMatch: 'required',
    run: changeTask,
  }),
];
