import { describe, expect, test } from '@jest/globals';
import { UNKNOWN_BIRTH, type Birth } from './birth.ts';
import { matchingFacts } from './samePerson.ts';

const born = (value: string): Birth =>
  value.length === 4 ? { value, precision: 'YEAR' } : { value, precision: 'DAY' };
const known = {
  birthName: 'N’Dri',
  usageName: null,
  firstNames: 'Affoué Marie',
  birth: born('1998-05-14'),
  foreignerNumber: '9984603983',
};

describe('two descriptions may be of one person', () => {
  test('by the foreigner number alone', () => {
    expect(matchingFacts(known, { foreignerNumber: '9984603983' })).toEqual(['même numéro étranger']);
    expect(matchingFacts(known, { foreignerNumber: '9984603984' })).toEqual([]);
  });

  test('by the names in any order, accents ignored, together with a birth that agrees', () => {
    const inverted = { birthName: 'affoue marie', firstNames: "N'DRI" };
    expect(matchingFacts(known, { ...inverted, birth: born('1998-05-14') })).toEqual(['mêmes noms et même naissance']);
    expect(matchingFacts(known, { ...inverted, birth: born('1998') })).toEqual(['mêmes noms, naissance compatible']);
    expect(matchingFacts(known, { ...inverted, birth: born('1999') })).toEqual([]);
  });

  test('never by names alone, nor by a birth alone', () => {
    expect(matchingFacts(known, { birthName: 'N’Dri', firstNames: 'Affoué Marie' })).toEqual([]);
    expect(matchingFacts(known, { birthName: 'N’Dri', firstNames: 'Affoué Marie', birth: UNKNOWN_BIRTH })).toEqual([]);
    expect(matchingFacts(known, { birthName: 'Koffi', firstNames: 'Amoin', birth: born('1998-05-14') })).toEqual([]);
    expect(matchingFacts({ birth: born('1998') }, { birth: born('1998') })).toEqual([]);
  });
});
