import { describe, expect, test } from '@jest/globals';
import { asksNothing, hearingsOf, readSearch } from './searchReading.ts';

const TODAY = '2026-11-26';
const read = (text: string) => {
  const { words, birth, numbers, phones, fileNumber } = readSearch(text, TODAY);
  const ends = phones.map(({ end }) => end);
  return { names: words.map(({ folded }) => folded).join(' '), birth, numbers, phones: ends, fileNumber };
};
const born = (years: number[], month: number | null = null, day: number | null = null) => ({ years, month, day });

describe('what is typed to find somebody', () => {
  test.each([
    ['mohamad hosein 90', 'mohamad hosein', born([1990])],
    ['diallo 1990', 'diallo', born([1990])],
    ['diallo 06/1990', 'diallo', born([1990], 6)],
    ['diallo 1990-06', 'diallo', born([1990], 6)],
    ['12/06/1990 diallo', 'diallo', born([1990], 6, 12)],
    ['diallo 12.6.90', 'diallo', born([1990], 6, 12)],
    ['diallo 12 06 1990', 'diallo', born([1990], 6, 12)],
    ['diallo 12061990', 'diallo', born([1990], 6, 12)],
    ['diallo 1990-06-12', 'diallo', born([1990], 6, 12)],
    ['diallo né le 12 juin 1990', 'diallo', born([1990], 6, 12)],
    ['diallo née en 1990', 'diallo', born([1990])],
    ['diallo 1er août 90', 'diallo', born([1990], 8, 1)],
    ['diallo née en mai 1990', 'diallo nee', born([1990], 5)],
    ['diallo en juin 90', 'diallo', born([1990], 6)],
    ['diallo 12/06', 'diallo', born([], 6, 12)],
    ['diallo 06/90', 'diallo', born([1990], 6)],
    ['diallo 6 juin 90', 'diallo', born([1990], 6, 6)],
    ['diallo 6juin90', 'diallo', born([1990], 6, 6)],
    ['diallo 1 er juin 90', 'diallo', born([1990], 6, 1)],
    ['diallo 6 6 90', 'diallo', born([1990], 6, 6)],
    ['diallo 120690', 'diallo', born([1990], 6, 12)],
    ['diallo 90-06-12', 'diallo', born([1990], 6, 12)],
    ['diallo1990', 'diallo', born([1990])],
    ['diallo vers 1990', 'diallo', born([1990])],
    ['diallo 36 ans', 'diallo', born([1990, 1989])],
    ['née en 90', '', born([1990])],
    ['6/1990', '', born([1990], 6)],
    ['6 juin 90', '', born([1990], 6, 6)],
    ['diallo 41 73 06', 'diallo', null],
    ['diallo 08', 'diallo', born([2008, 1908])],
    ['diallo 31/02/1990', 'diallo', born([1990], 2) && born([1990])],
    ['1990', '', born([1990])],
  ])('« %s » is a name and a birth', (text, names, birth) => {
    expect(read(text)).toMatchObject({ names, birth });
  });

  test('« mai » is a month after a day, a name without a year, and either before one', () => {
    expect(read('tran 3 mai 90')).toMatchObject({ names: 'tran', birth: born([1990], 5, 3) });
    expect(readSearch('tran mai', TODAY).monthOrName).toBeNull();
    const heard = hearingsOf(readSearch('tran mai 90', TODAY)).filter(({ isJoined }) => !isJoined);
    expect(heard.map(({ words, birth }) => [words.map(({ folded }) => folded).join(' '), birth])).toEqual([
      ['tran mai', born([1990])],
      ['tran', born([1990], 5)],
    ]);
  });

  test.each(
    'jan janv. janvier fév. février mars avr. avril mai juin juil. juillet août sep. sept. septembre oct. octobre nov. novembre déc. décembre'
      .split(' ')
      .map((month) => [month]),
  )('« sow %s 1984 » may be a birth', (month) => {
    const number = ['ja', 'fé', 'mar', 'av', 'mai', 'juin', 'juil', 'ao', 'se', 'oc', 'no', 'dé'].findIndex((begun) =>
      month.startsWith(begun),
    );
    for (const text of [`sow ${month} 1984`, `${month} 84 sow`, `sow ${month.replace('.', '')}84`])
      expect(hearingsOf(readSearch(text, TODAY)).at(-1)).toMatchObject({
        words: [{ folded: 'sow' }],
        birth: born([1984], number + 1),
      });
  });

  test.each([
    '06 39 98 41 73',
    '0639984173',
    '+33 6 39 98 41 73',
    '+33639984173',
    '0033 6.39.98.41.73',
    '+33 (0)6 39 98 41 73',
    'tél. 06 39 98 41 73',
    '33639984173',
  ])('« %s » is a telephone', (text) => {
    expect(read(text)).toEqual({ names: '', birth: null, numbers: [], phones: ['639984173'], fileNumber: null });
  });

  test.each([
    ['9912345607', ['9912345607']],
    ['n° étranger 9912345607', ['9912345607']],
    ['59-A-2025-0071', ['59a20250071']],
    ['417306', ['417306']],
    ['39 59', ['3959']],
    ['39.59', ['3959']],
    ['129', []],
    ['99 12 34 56 07', ['9912345607']],
    ['59A20250071', ['59a20250071']],
    ['345607', ['345607']],
    ['123', []],
  ])('« %s » is a number, from four characters on', (text, numbers) => {
    expect(read(text)).toMatchObject({ numbers, phones: [], birth: null });
  });

  test.each(['J26-000123', 'j26 000123', 'J26–123', 'j26 123', '26-000123', 'dossier J26-123'])(
    '« %s » is the number of a file',
    (text) => {
      expect(read(text)).toMatchObject({ fileNumber: 'J26-000123', numbers: [], names: '' });
    },
  );

  test.each([
    ['1990', '1990', born([1990])],
    ['19 90', '1990', born([1990])],
    ['210594', '210594', born([1994], 5, 21)],
    ['21 05 94', '210594', born([1994], 5, 21)],
    ['290200', '290200', born([2000, 1900], 2, 29)],
    ['010112', '010112', born([2012, 1912], 1, 1)],
  ])('« %s » alone is a number or a birth', (text, number, birth) => {
    expect(readSearch(text, TODAY)).toMatchObject({ numbers: [number], birth, isBirthOrNumber: true });
  });

  test.each(['310294', '211394', '000594'])('« %s » is a number: no calendar has that day', (text) => {
    expect(readSearch(text, TODAY)).toMatchObject({ numbers: [text], birth: null, isBirthOrNumber: false });
  });

  test('« +32 470 98 41 73 » is a telephone of another country; « 0639984173 » may be a foreigner number', () => {
    for (const text of ['+32 470 98 41 73', '0032 470 98 41 73'])
      expect(readSearch(text, TODAY).phones).toEqual([
        { end: '470984173', written: ['32470984173', '0032470984173'], number: null },
      ]);
    expect(readSearch('0639984173', TODAY).phones[0]).toMatchObject({ number: '0639984173' });
    expect(read('0000001012')).toMatchObject({ numbers: ['0000001012'], phones: [] });
  });

  test('« née », « veuve » may lack between two names', () => {
    const lacking = (text: string) => readSearch(text, TODAY).words.filter(({ isOptional }) => isOptional);
    expect(lacking('Sow Awa née Tall, veuve Kone').map(({ folded }) => folded)).toEqual(['nee', 'veuve']);
  });

  test('keeps the titles of a form out, unless there is nothing else', () => {
    expect(read('Mme Diallo')).toMatchObject({ names: 'diallo' });
    expect(read('Mme')).toMatchObject({ names: 'mme' });
  });

  test('of two words may be one name, and an article may lack', () => {
    const hearings = hearingsOf(readSearch('nour el houda', TODAY)).map(({ words }) =>
      words.map(({ folded, isOptional }) => (isOptional ? `(${folded})` : folded)).join(' '),
    );
    expect(hearings).toEqual(['nour (el) houda', 'nourel houda', 'nourelhouda', 'nourhouda', 'nour elhouda']);
  });

  test('where every word is an article, none may lack', () => {
    expect(hearingsOf(readSearch('le van', TODAY))[0]?.words.map(({ isOptional }) => isOptional)).toEqual([
      false,
      false,
    ]);
  });

  test('may ask for nothing at all', () => {
    expect(['', '--', '…', '12', '!?'].filter((text) => !asksNothing(readSearch(text, TODAY)))).toEqual(['12']);
    expect(asksNothing(readSearch('ba', TODAY))).toBe(false);
  });
});
