import { expect, test } from '@jest/globals';
import { calendarDay } from '../calendar/calendarDay.ts';
import { certificateWords, certifiedWords } from './certificateWords.ts';

test('an attestation says what, when, for how long and by whom, and nothing of where', () => {
  const session = {
    organisationName: 'Passerelles Nord',
    kind: 'LANGUAGE',
    title: 'Français, groupe du mardi',
    heldOn: calendarDay('2026-03-10'),
    startsAt: '09:00',
    endsAt: '12:30',
  } as const;
  expect(certificateWords(session, 2.5, calendarDay('2026-03-11'))).toEqual({
    title: 'Attestation de présence',
    body: 'La structure Passerelles Nord atteste que cette personne a suivi la séance «\u00a0Français, groupe du mardi\u00a0» (formation linguistique), le 10 mars 2026, de 9\u00a0h à 12\u00a0h\u00a030, pour une durée de 2,5\u00a0h.',
    madeOn: 'Fait le 11 mars 2026.',
    signature: 'Pour Passerelles Nord, nom et signature\u00a0:',
  });
});

test.each([
  [{ precision: 'DAY', value: '1992-10-08' }, 'Date de naissance\u00a0: 8 octobre 1992 · Dossier J25-003822'],
  [{ precision: 'MONTH', value: '1993-06' }, 'Date de naissance\u00a0: juin 1993 · Dossier J25-003822'],
  [{ precision: 'YEAR', value: '1993' }, 'Année de naissance\u00a0: 1993 · Dossier J25-003822'],
  [{ precision: 'UNKNOWN', value: null }, 'Dossier J25-003822'],
] as const)('whom an attestation is of is told apart by her birth and the number of her file: %o', (birth, words) => {
  expect(certifiedWords(birth, 'J25-003822')).toBe(words);
});
