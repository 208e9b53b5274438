import type { Person } from './person.ts';

/** What is known of a person, in the order in which it is read, corrected and compared. */
export const PERSON_FIELDS = [
  'birthName',
  'usageName',
  'firstNames',
  'birth',
  'sex',
  'nationality',
  'languages',
  'phone',
  'email',
  'address',
  'foreignerNumber',
  'ofiiNumber',
] as const satisfies readonly (keyof Person)[];
