import { foldName } from './foldName.ts';
import type { Names, Sex } from './person.ts';

/** Scripts that have capitals in use: Georgian has them in Unicode, and no reader knows them. */
const CASED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]+/gu;

const BORN: Record<Sex, string> = { F: 'née', M: 'né', X: 'à la naissance' };

function capitals(name: string): string {
  return name.replace(CASED, (letters) => letters.toUpperCase());
}

/**
 * A person's name as a list shows it: « HOSSEINI (née MOHAMMADI) Zahra », or the only name there is.
 * The capitals are of the display: names are stored as they were given.
 */
export function displayName(person: Names & { readonly sex: Sex }): string {
  const { birthName, usageName, firstNames, sex } = person;
  const born = usageName && birthName && usageName !== birthName ? `(${BORN[sex]} ${capitals(birthName)})` : '';
  const family = usageName || birthName || '';
  return [capitals(family), born, firstNames ?? ''].filter((part) => part !== '').join(' ');
}

/** What lists are sorted by: the family name in use, then the first names, folded. */
export function nameSortKey({ birthName, usageName, firstNames }: Names): string {
  return foldName([usageName || birthName, firstNames].filter((part) => part).join(' '));
}
