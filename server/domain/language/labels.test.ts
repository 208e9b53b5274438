import { describe, expect, test } from '@jest/globals';
import { LABELS } from './labels.ts';
import { frenchLeft } from './testing/frenchLeft.ts';

/** Words that are the same in both languages, and are meant to be: the levels of the European framework. */
const SAME = new Set(['A1.1', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2']);

type Tables = Record<string, Readonly<Record<string, string>> | ((...given: never[]) => unknown)>;
const tables = Object.entries(LABELS.en as unknown as Tables).flatMap(([of, words]) =>
  typeof words === 'function' ? [] : [[of, words] as const],
);
const french = (of: string): Readonly<Record<string, string>> =>
  (LABELS.fr as unknown as Tables)[of] as Readonly<Record<string, string>>;

describe.each(tables)('the English words of %s', (of, words) => {
  test('are of the same codes as the French ones', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(french(of)).sort());
  });

  test('have nothing of French left, and are not the French ones', () => {
    expect(Object.values(words).filter((text) => text === '' || frenchLeft(text).length > 0)).toEqual([]);
    const same = Object.entries(words).filter(([code, text]) => text === french(of)[code] && !SAME.has(text));
    expect(same).toEqual([]);
  });
});

describe('what tells French from English', () => {
  test.each([
    'Échange du permis',
    'Clos le 3 mars',
    'Permit : late',
    '80\u202f%',
    'until l’accueil',
    'Dossier',
    '«employee»',
  ])('finds « %s »', (text) => {
    expect(frenchLeft(text)).not.toEqual([]);
  });

  test('lets English and proper names be', () => {
    expect(frenchLeft('Récépissé (temporary permit), to be asked at the CPAM: 80%, by 3 March 2026')).toEqual([]);
  });
});

describe('what is said with the codes', () => {
  test.each([
    ['R.413-14; S17', 'R.413-14 and service-public.fr'],
    ['instruction DGS 8 June 2018; S32', 'DGS instruction of 8 June 2018'],
    ['arrêté 12 January 2012 art. 11, S28: right lost at 12 months', 'order of 12 January 2012, art. 11'],
    ['CASF R.349-1, S24', 'R.349-1 of the CASF'],
    ['S21', null],
  ])('%s is cited as %s', (basis, cited) => {
    expect(LABELS.en.citation(basis)).toBe(cited);
  });

  test('times are those of an English clock', () => {
    expect(LABELS.en.times({ startsAt: '09:00', endsAt: '14:30' })).toBe('from 9:00 to 14:30');
    expect(LABELS.fr.times({ startsAt: '09:00', endsAt: '14:30' })).toBe('de 9\u00a0h à 14\u00a0h\u00a030');
  });
});
