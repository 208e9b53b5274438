export { stalledOn, watchedOn } from './stallOn.ts';
