import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distance } from './compareNames.ts';
import { rankPeople, type Searched } from './rankPeople.ts';
import { readSearch } from './searchReading.ts';
import { nameSortKey } from './displayName.ts';
import { birthOf, searchAmong } from './testing/golden.ts';

const TODAY = '2026-11-26';
const person = (birthName: string, firstNames: string, birth = '1990-06-12'): Searched => {
  const names = { birthName, firstNames, usageName: null };
  return {
    ...names,
    id: `${birthName} ${firstNames} ${birth}`,
    nameSort: nameSortKey(names),
    birth: birthOf(birth),
    foreignerNumber: null,
    ofiiNumber: null,
    hasFileNumber: false,
    hasPhone: false,
  };
};
const ranked = (text: string, people: readonly Searched[]) =>
  rankPeople(readSearch(text, TODAY), people).map(({ who, facts }) => [who.id, facts.join(', ')]);

describe('those found', () => {
  test('come by the kind of match: the same, begun, sounding so, of a letter', () => {
    const people = ['Karin', 'Carime', 'Karimov', 'Karim'].map((name) => person(name, 'Alma'));
    expect(ranked('karim', people)).toEqual([
      ['Karim Alma 1990-06-12', 'mêmes noms'],
      ['Karimov Alma 1990-06-12', 'début du nom'],
      ['Carime Alma 1990-06-12', 'même prononciation'],
      ['Karin Alma 1990-06-12', 'une lettre de différence'],
    ]);
  });

  test('say that they may sound the same where a convention alone says so', () => {
    const people = ['Djamel', 'Cemal', 'Ha', 'Hajjaj'].map((name) => person(name, 'Alma'));
    expect(ranked('jamel', people.slice(0, 2)).map(([, facts]) => facts)).toEqual([
      'même prononciation',
      'peut se prononcer de même',
    ]);
    expect(ranked('hay', people.slice(2)).map(([, facts]) => facts)).toEqual([
      'même prononciation',
      'peut se prononcer de même',
    ]);
  });

  test('come by the birth where names are the same, the one that is said first', () => {
    const people = ['1991-06-12', '1990-03-01', '1990', '1990-06-12', ''].map((birth) => person('Sow', 'Awa', birth));
    expect(ranked('sow awa 12/06/1990', people).map(([id, facts]) => [id?.slice(8), facts])).toEqual([
      ['1990-06-12', 'mêmes noms, même naissance'],
      ['1990', 'mêmes noms, naissance compatible'],
      ['', 'mêmes noms, naissance inconnue'],
      ['1990-03-01', 'mêmes noms, même année, autre jour de naissance'],
      ['1991-06-12', 'mêmes noms, autre naissance'],
    ]);
  });

  test('are those of whom two names sound so before those whose one name resembles both', () => {
    const people = [person('Aït', 'Djamel'), person('Jaamac', 'Cawil')];
    expect(ranked('djama awil', people).map(([id]) => id?.slice(0, 6))).toEqual(['Jaamac', 'Aït Dj']);
  });

  test('are likely when one way of hearing them is, though another is written nearer', () => {
    const heard = rankPeople(readSearch('mahamed isse hawa', TODAY), [person('Maxamed Ciise', 'Xaawo')]);
    expect(heard.map(({ isLikely }) => isLikely)).toEqual([true]);
  });

  test('by their number, before anybody by a name', () => {
    const numbered = { ...person('Ziane', 'Lila'), foreignerNumber: '9912345607' };
    expect(ranked('9912345607', [person('Aba', 'Ali'), numbered])[0]).toEqual([numbered.id, 'même numéro étranger']);
  });

  test('by figures alone, by a number before by a birth, and told which', () => {
    const numbered = { ...person('Ziane', 'Lila', '1980-01-02'), foreignerNumber: '9912210594' };
    const born = person('Aba', 'Ali', '1994-05-21');
    expect(ranked('210594', [born, numbered])).toEqual([
      [numbered.id, 'une partie du numéro étranger'],
      [born.id, 'même naissance'],
    ]);
    const search = searchAmong(
      [
        { ...born, birth: '1994-05-21' },
        { ...numbered, birth: '1980-01-02' },
      ],
      TODAY,
    );
    expect(search('210594')).toEqual(['1', '0']);
    expect(search('1994')).toEqual(['0']);
  });

  test('by the end of a telephone, in groups', () => {
    const search = searchAmong([{ ...person('Sow', 'Awa'), birth: '1990', phone: '06 12 34 39 59' }], TODAY);
    expect([search('39 59'), search('3959'), search('39 58')]).toEqual([['0'], ['0'], []]);
  });

  test('alike in everything, come by name then by identifier', () => {
    const people = [person('Sow', 'Awa', '1990-01-02'), person('Sow', 'Awa', '1990-01-01'), person('Sow', 'Ada')];
    expect(ranked('sow', people).map(([id]) => id)).toEqual([
      'Sow Ada 1990-06-12',
      'Sow Awa 1990-01-01',
      'Sow Awa 1990-01-02',
    ]);
  });
});

describe('a search does not put first', () => {
  const crowd = [
    ['Diallo', 'Mamadou'],
    ['Diallo', 'Aïssatou'],
    ['Bah', 'Mamadou'],
    ['Ahmed', 'Karim'],
    ['Hamidi', 'Kamal'],
    ['Ben Ali', 'Nadia'],
    ['Ali', 'Brahim'],
    ['El Mansouri', 'Hassan'],
    ['Mansour', 'Hamid'],
    ['Nguyễn', 'Văn Minh'],
    ['Lê', 'Văn Hùng'],
    ['Ba', 'Oumou'],
    ['Bâ', 'Aminata'],
    ['Sissoko', 'Fanta'],
    ['Cissé', 'Fanta'],
    ['Exemple', 'João'],
    ['Exemple', 'Amina'],
    ['Kılıç', 'Emre'],
    ['Woldemichael', 'Tsehaynesh'],
    ['Đặng', 'Thu'],
    ['Phạm', 'Đức Anh'],
  ].map(([birthName = '', firstNames = '']) => ({ birthName, firstNames, usageName: null, birth: '1990-06-12' }));
  const search = searchAmong(crowd, TODAY);
  const found = (text: string): string[] =>
    search(text).map((id) => `${crowd[Number(id)]?.birthName ?? ''} ${crowd[Number(id)]?.firstNames ?? ''}`);

  test.each([
    ['mamadou diallo', ['Diallo Mamadou']],
    ['aissatou diallo', ['Diallo Aïssatou']],
    ['mamadou bah', ['Bah Mamadou']],
    ['hassan mansouri', ['El Mansouri Hassan']],
    ['nadia ali', ['Ben Ali Nadia']],
    ['oumou ba', ['Ba Oumou']],
    ['fanta cisse', ['Cissé Fanta']],
    ['le van hung', ['Lê Văn Hùng']],
    ['karim ahmed', ['Ahmed Karim']],
    ['joao exemple', ['Exemple João']],
    ['M. Kilic', ['Kılıç Emre']],
    ['Madame DANG', ['Đặng Thu']],
    ['Monsieur Pham', ['Phạm Đức Anh']],
    ['diallo karim', []],
    ['zwickel quentin', []],
    ['xy', []],
  ])('« %s » finds %j, and nobody who shares a word alone', (text, names) => {
    expect(found(text)).toEqual(names);
  });
});

describe('a month and a year', () => {
  const people = [
    ['Al Hammoud', 'Rana', '1994-05-03'],
    ['Al Hammoud', 'Omar', '1994-06-03'],
    ['Trần', 'Mai', '1994-09-01'],
    ['Trần', 'Kim Anh', '1994-05-20'],
    ['Janvier', 'Wilner', '1984'],
    ['Petrosyan', 'Lusine', '1984-01-09'],
    ['Boumediene', 'Ali', '1979-03'],
  ].map(([birthName = '', firstNames = '', birth = '']) => ({ birthName, firstNames, usageName: null, birth }));
  const search = searchAmong(people, TODAY);

  test.each([
    ['hammoud mai 1994', ['Rana', 'Omar']],
    ['mai 1994 hammoud', ['Rana', 'Omar']],
    ['al hammoud mai 94', ['Rana', 'Omar']],
    ['mai 94', ['Mai', 'Rana', 'Kim Anh']],
    ['tran mai 94', ['Mai', 'Kim Anh']],
    ['janvier 84', ['Wilner', 'Lusine']],
    ['janvier wilner 84', ['Wilner']],
    ['petrosyan janvier 84', ['Lusine']],
    ['boumediene mars 79', ['Ali']],
    ['boumediene avril 79', ['Ali']],
  ])('« %s » finds %j: whoever was born then, or bears that name', (text, names) => {
    expect(search(text).map((id) => people[Number(id)]?.firstNames)).toEqual(names);
  });

  test('say the birth alone of whoever is found by it alone', () => {
    expect(ranked('mai 94', [person('Sow', 'Awa', '1994-05-03'), person('Trần', 'Mai', '1994-09-01')])).toEqual([
      ['Trần Mai 1994-09-01', 'mêmes noms, même année de naissance'],
      ['Sow Awa 1994-05-03', 'même mois de naissance'],
    ]);
  });
});

test('the distance of two words is the same both ways, and none with itself', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(distance(a, b)).toBe(distance(b, a));
      expect(distance(a, a)).toBe(0);
      expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
  expect([distance('amina', 'aimna'), distance('amina', 'amin'), distance('amina', 'emine')]).toEqual([1, 1, 2]);
});
