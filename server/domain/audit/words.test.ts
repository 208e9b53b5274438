import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../calendar/calendarDay.ts';
import { accessSentence, extractSentence } from './accessSentence.ts';
import { AUDIT_OPERATION_LABELS } from './words.ts';
import { fieldNames } from './fieldNames.ts';

describe('an access', () => {
  test.each([
    ['readPathway', 'READ', 'SUPPORT', 'Dossier consulté, pour accompagner la personne.'],
    ['listStalls', 'READ', 'UNBLOCKING', 'Dossier vu dans la liste des blocages, pour débloquer le parcours.'],
    ['constructor', 'WRITE', 'CONTRACT', 'Dossier modifié, pour suivre le contrat d’intégration.'],
  ] as const)('%s, %s, %s is said in French', (operation, kind, purpose, sentence) => {
    expect(accessSentence({ operation, kind, purpose })).toBe(sentence);
  });

  test('of each operation has words of its own: they are chosen from a list', () => {
    const words = Object.values(AUDIT_OPERATION_LABELS);
    expect(words.filter((word, rank) => words.indexOf(word) !== rank)).toEqual([]);
  });

  test.each([
    [1, 0, '2026-03-01', 'a vu votre dossier une fois, le 1er mars 2026, pour vous accompagner.'],
    [0, 2, '2026-03-01', 'a modifié votre dossier 2 fois, le 1er mars 2026, pour vous accompagner.'],
    [
      1_200,
      1,
      '2026-03-09',
      'a vu votre dossier 1\u202f200 fois et l’a modifié une fois, du 1er mars 2026 au 9 mars 2026, pour vous accompagner.',
    ],
  ])('%i seen and %i changed until %3$s are told to the person without a name', (seen, changed, lastOn, sentence) => {
    const days = { firstOn: calendarDay('2026-03-01'), lastOn: calendarDay(lastOn) };
    const who = { role: 'ASSOCIATION_CASEWORKER', organisationName: 'Association Nord', purpose: 'SUPPORT' } as const;
    expect(extractSentence({ ...who, ...days, seen, changed })).toBe(
      `Une intervenante sociale ou un intervenant social (Association Nord) ${sentence}`,
    );
  });
});

describe('the names of fields', () => {
  test('are those of the parts, of the person one by one, and never a value', () => {
    const file = {
      id: 'x',
      person: { phone: '06', address: { line: 'a' } },
      facts: { a: 1 },
      steps: [],
      none: undefined,
    };
    expect(fieldNames(file, { deep: false })).toEqual(['facts', 'id', 'person.address', 'person.phone', 'steps']);
    expect(fieldNames(file, { deep: true })).toContain('facts.a');
    expect(fieldNames([{ a: 1 }, { b: 'Jeanne' }, 'Jeanne', null], { deep: true })).toEqual(['a', 'b']);
    expect(fieldNames({ 'Jeanne Exemple': 1, a: { 'née le': 1 } }, { deep: true })).toEqual(['a']);
    expect(fieldNames(undefined, { deep: true })).toEqual([]);
  });
});
