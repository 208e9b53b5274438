import { z } from 'zod';
import { STEP_CODES } from '../domain/pathway/codes.ts';
import { TASK_STATES } from '../domain/task/taskChange.ts';
import { calendarDaySchema, shortText, uuidSchema } from './common.ts';

const what = shortText(200).meta({ description: 'What is to be done, in a few words; the person may read it' });
const dueOn = calendarDaySchema.meta({ description: 'The day by which it is to be done: today, or later' });

export const planTaskInput = z
  .strictObject({ what, dueOn, step: z.enum(STEP_CODES).optional() })
  .meta({ id: 'PlanTask', description: 'What is to be done for a file, by a day; the step that it moves on, if any' });
export type PlanTaskInput = z.infer<typeof planTaskInput>;

export const changeTaskInput = z
  .strictObject({
    what: what.optional(),
    dueOn: dueOn.optional(),
    state: z.enum(TASK_STATES).optional(),
    /** Asked when it is put off, or dropped. */
    reason: shortText(200).optional(),
  })
  .meta({ id: 'ChangeTask', description: 'What is not given stays. Putting off and dropping ask for a reason' });
export type ChangeTaskInput = z.infer<typeof changeTaskInput>;

export const taskParams = z.object({ id: uuidSchema, taskId: uuidSchema });

export const taskSchema = z
  .object({
    id: uuidSchema,
    pathwayId: uuidSchema,
    what: z.string(),
    step: z.enum(STEP_CODES).nullable(),
    dueOn: calendarDaySchema,
    state: z.enum(TASK_STATES),
    /** Why it was put off, or dropped, the last time. */
    reason: z.string().nullable(),
    createdAt: z.string(),
    createdByName: z.string().nullable(),
    changedAt: z.string(),
    changedByName: z.string().nullable(),
    /** What a change shows as its ETag. */
    version: z.number().int(),
  })
  .meta({ id: 'Task' });
export type TaskView = z.infer<typeof taskSchema>;
