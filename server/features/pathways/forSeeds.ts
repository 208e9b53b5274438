/** What the seeds need to write files in bulk exactly as the use cases write them one by one. */
export { eventDomain, eventKind } from '../../domain/pathway/eventKind.ts';
export { loadedUnder } from './computeAgain.ts';
export { multirange, stallRows, stepRows } from './pathways.store.ts';
export { locationRow, personRow } from '../people/index.ts';
