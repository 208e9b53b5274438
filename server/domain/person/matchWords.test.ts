import { expect, test } from '@jest/globals';
import { frenchLeft } from '../language/testing/frenchLeft.ts';
import { calendarDay } from '../calendar/calendarDay.ts';
import { matchWords } from './matchWords.ts';
import { matchingFacts } from './samePerson.ts';

const born = { value: calendarDay('1990-03-10'), precision: 'DAY' } as const;

test('what two people have in common is said in either language', () => {
  const one = {
    birthName: 'Exemple',
    firstNames: 'Amina',
    birth: born,
    foreignerNumber: '9900000001',
    ofiiNumber: '1',
  };
  const facts = matchingFacts(one, one);
  expect(facts.map((fact) => matchWords(fact, 'fr'))).toEqual(facts);
  expect(facts.map((fact) => matchWords(fact, 'en'))).toEqual([
    'same foreigner number',
    'same OFII number',
    'same names and same birth',
  ]);
  expect(facts.flatMap((fact) => frenchLeft(matchWords(fact, 'en')))).toEqual([]);
});
