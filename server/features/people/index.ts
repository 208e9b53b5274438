export {
  checkedPerson,
  departmentOfPerson,
  followsAlready,
  insertUnlessFollowed,
  loadPerson,
  PERSON_COLUMNS,
  personFromLine,
  personRow,
  savePerson,
  type PersonLine,
} from './people.store.ts';
