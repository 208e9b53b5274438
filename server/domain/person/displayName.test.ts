import { expect, test } from '@jest/globals';
import { displayName, nameSortKey } from './displayName.ts';
import type { Names, Sex } from './person.ts';

const named = (
  birthName: string | null,
  usageName: string | null,
  firstNames: string | null,
  sex: Sex = 'F',
): Names & { sex: Sex } => ({ birthName, usageName, firstNames, sex });

test('a person is shown by the name in use, then the name of birth, then the first names', () => {
  expect(displayName(named('Mohammadi', 'Hosseini', 'Zahra'))).toBe('HOSSEINI (née MOHAMMADI) Zahra');
  expect(displayName(named('Mohammadi', 'Hosseini', 'Karim', 'M'))).toBe('HOSSEINI (né MOHAMMADI) Karim');
  expect(displayName(named('Baldé', null, 'Thierno', 'M'))).toBe('BALDÉ Thierno');
});

test('a person with one name only is shown by it', () => {
  expect(displayName(named(null, null, 'Lakshmi'))).toBe('Lakshmi');
  expect(displayName(named('Suharto', null, null))).toBe('SUHARTO');
  expect(displayName(named('Sadat', 'Sadat', 'Nargis'))).toBe('SADAT Nargis');
});

test('Georgian letters stay as they are read', () => {
  expect(displayName(named('გელაშვილი', null, 'Nino'))).toBe('გელაშვილი Nino');
});

test('people are sorted by the folded name in use', () => {
  expect(nameSortKey(named('Mohammadi', 'Élise-Hosseini', 'Zahra'))).toBe('elise hosseini zahra');
  expect(nameSortKey(named(null, null, 'Łucja'))).toBe('lucja');
});
