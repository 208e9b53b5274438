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

  test('by names that sound alike, or written apart, together with a birth that agrees', () => {
    const birth = born('1990-01-01');
    const hosseini = { birthName: 'Hosseini', firstNames: 'Mohammad Jawad', birth };
    expect(matchingFacts(hosseini, { birthName: 'Houssaini', firstNames: 'Mohamed Djavad', birth })).toEqual([
      'noms qui se prononcent de même et même naissance',
    ]);
    expect(
      matchingFacts(hosseini, { birthName: 'Hosseini', firstNames: 'Mohammad', birth: born('1990-06-12') }),
    ).toEqual(['mêmes noms, même année, un 1er janvier']);
    const benAli = { birthName: 'Ben Ali', firstNames: 'Nadia', birth };
    expect(matchingFacts(benAli, { birthName: 'Benali', firstNames: 'Nadia', birth })).toHaveLength(1);
    expect(matchingFacts(benAli, { birthName: 'Hosseini', firstNames: 'Nadia', birth })).toEqual([]);
    expect(matchingFacts(hosseini, { birthName: 'Houssaini', firstNames: 'Mohamed Karim', birth })).toEqual([]);
  });

  test('never by names alone, nor by a birth alone', () => {
    expect(matchingFacts(known, { birthName: 'N’Dri', firstNames: 'Affoué Marie' })).toEqual([]);
    expect(matchingFacts(known, { birthName: 'N’Dri', firstNames: 'Affoué Marie', birth: UNKNOWN_BIRTH })).toEqual([]);
    expect(matchingFacts(known, { birthName: 'Koffi', firstNames: 'Amoin', birth: born('1998-05-14') })).toEqual([]);
    expect(matchingFacts({ birth: born('1998') }, { birth: born('1998') })).toEqual([]);
  });
});
