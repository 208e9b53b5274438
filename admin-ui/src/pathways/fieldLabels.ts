import type { PERSON_FIELDS } from '../../../server/contract/labels.ts';
import type { SentenceKey } from '../i18n/messages.ts';
import { FACT_KEYS } from './form/factsForm.ts';

/** What tells where the person is, or leads to her: kept apart from whoever may not know it. */
export function isPlace(key: (typeof PERSON_FIELDS)[number]): boolean {
  return key === 'phone' || key === 'email' || key === 'address';
}

type FieldPath = `person.${(typeof PERSON_FIELDS)[number]}` | `facts.${(typeof FACT_KEYS)[number]}`;

/** The label of each field of a file, by its path. */
export const FIELD_LABELS: Readonly<Record<FieldPath, SentenceKey>> = {
  'person.birthName': 'person.birthName',
  'person.usageName': 'person.usageName',
  'person.firstNames': 'person.firstNames',
  'person.birth': 'person.birth',
  'person.sex': 'person.sex',
  'person.nationality': 'person.nationality',
  'person.languages': 'person.languages',
  'person.phone': 'person.phone',
  'person.email': 'person.email',
  'person.address': 'person.address_line',
  'person.foreignerNumber': 'person.foreignerNumber',
  'person.ofiiNumber': 'person.ofiiNumber',
  ...(Object.fromEntries(FACT_KEYS.map((key) => [`facts.${key}`, `facts.${key}`])) as Record<
    `facts.${(typeof FACT_KEYS)[number]}`,
    SentenceKey
  >),
};
