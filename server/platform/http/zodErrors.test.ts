import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { errorsByField, sayIssue } from './zodErrors.ts';

const form = z.strictObject({
  person: z.strictObject({ name: z.string(), sex: z.enum(['F', 'M', 'X']) }),
  hours: z.number().min(0).max(400).optional(),
});
const errorsOf = (input: unknown): unknown => {
  const { error } = form.safeParse(input);
  return error === undefined ? 'none' : errorsByField(error);
};

describe('what does not fit a form', () => {
  test('is said in French, beside each field', () => {
    expect(errorsOf({ person: { sex: 'Z' }, hours: 401 })).toEqual({
      person: { name: 'Obligatoire.', sex: 'Valeurs possibles\u00a0: F, M, X.' },
      hours: 'Ce nombre doit valoir au plus 400.',
    });
    expect(errorsOf({ person: { name: 1, sex: 'F' }, hours: -1 })).toEqual({
      person: { name: 'Vérifiez cette valeur.' },
      hours: 'Ce nombre doit valoir au moins 0.',
    });
    expect(errorsOf({ person: { name: 'Alma', sex: 'F' }, hours: 400 })).toBe('none');
  });

  test('may be named like a property of every object: it is an unknown field like another', () => {
    const given = JSON.parse('{"person": {"name": "Alma", "sex": "F", "constructor": {}, "__proto__": {}}}') as unknown;
    const errors = errorsOf(given) as { person: object };
    expect(Object.entries(errors.person)).toEqual([
      ['constructor', 'Champ inconnu.'],
      ['__proto__', 'Champ inconnu.'],
    ]);
  });

  test('of several shapes, is said of the one that comes closest', () => {
    const either = z.union([
      z.strictObject({ contact: z.enum(['REACHED', 'NO_ANSWER']), on: z.string() }),
      z.strictObject({ closure: z.string(), on: z.string() }),
    ]);
    const { error } = either.safeParse({ contact: 'LETTER', on: '2026-03-10' });
    expect(error === undefined ? '' : sayIssue(error)).toBe('Valeurs possibles\u00a0: REACHED, NO_ANSWER.');
  });
});
