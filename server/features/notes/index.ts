export { writeNote } from './writeNote.ts';
