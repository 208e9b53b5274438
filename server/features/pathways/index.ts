export { asItStood } from './asItStood.ts';
export { byFile } from './byFile.ts';
export { historiesOf } from './readHistory.ts';
export { computeAgain } from './computeAgain.ts';
export { keepComputed, type RowsKeeper } from './keepComputed.ts';
export { asText, fieldChanges, storedValue, type FieldChange } from './fieldChanges.ts';
export { etagOf, loadFile } from './loadFile.ts';
export { revealedName } from './revealedName.ts';
export { recordEvent, stale } from './recordEvent.ts';
export { fileFactsOf, findFollowed, findPathway, isPathwayReached, type PathwayLine } from './pathways.queries.ts';
export { statusOn } from './pathwayStatus.ts';
export {
  appendChanges,
  appendEvents,
  givenOf,
  loadHistories,
  saveDerived,
  type NewChange,
  type NewEvent,
  type StoredHistory,
} from './pathways.store.ts';
export { pathwayRow, refuseImpossibleFacts, yearOfNumber } from './openPathway.ts';
