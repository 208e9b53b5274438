export { planTask } from './planTask.ts';
