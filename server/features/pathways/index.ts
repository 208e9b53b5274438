export { statusOn } from './pathwayStatus.ts';
export {
  appendChanges,
  appendEvents,
  loadHistories,
  saveDerived,
  type NewEvent,
  type StoredHistory,
} from './pathways.store.ts';
export { fileNumber, pathwayRow } from './openPathway.ts';
