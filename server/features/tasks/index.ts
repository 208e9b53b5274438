export { changeTask } from './changeTask.ts';
export { planTask } from './planTask.ts';
export { countOpenTasks } from './tasks.queries.ts';
