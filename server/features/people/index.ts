export {
  checkedPerson,
  departmentOfPerson,
  entrusting,
  followsAlready,
  loadFormerLocation,
  loadPerson,
  locationRow,
  PEOPLE_LOCATED,
  PERSON_COLUMNS,
  personFromLine,
  personRow,
  saveLocation,
  savePerson,
  type PersonLine,
} from './people.store.ts';
export { rememberApart } from './toldApart.ts';
export { whoIsFound, type WhoIsFound } from './whoIsFound.ts';
