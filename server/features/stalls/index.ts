export { stalledOn } from './stallOn.ts';
