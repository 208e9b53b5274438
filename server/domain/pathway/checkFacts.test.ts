import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../calendar/calendarDay.ts';
import { checkFacts } from './checkFacts.ts';
import { completeFacts, NO_FACTS, type Facts } from './facts.ts';

const TODAY = calendarDay('2026-03-10');
const codes = (given: Partial<Record<keyof Facts, unknown>>, before: Facts = NO_FACTS): string[] =>
  checkFacts(completeFacts(given as Partial<Facts>), before, TODAY).map(({ field, code }) => `${field} ${code}`);

describe('facts typed by hand', () => {
  test.each([
    'enteredFranceOn',
    'firstPermitOn',
    'protectionGrantedOn',
    'cirSignedOn',
    'caseOpenedOn',
    'stayCertificateOn',
  ])('are of the past: %s yesterday, today, not tomorrow', (field) => {
    expect(codes({ [field]: '2026-03-09' })).toEqual([]);
    expect(codes({ [field]: '2026-03-10' })).toEqual([]);
    expect(codes({ [field]: '2026-03-11' })).toEqual([`${field} date_in_future`]);
  });

  test('may say that a permit ends later, but not before the first one began', () => {
    expect(codes({ permitExpiresOn: '2031-01-01' })).toEqual([]);
    expect(codes({ firstPermitOn: '2025-03-10', permitExpiresOn: '2025-03-10' })).toEqual([]);
    expect(codes({ firstPermitOn: '2025-03-10', permitExpiresOn: '2025-03-09' })).toEqual([
      'permitExpiresOn end_before_start',
    ]);
  });

  test('do not put the signature before the entry: the same day passes, the day before does not', () => {
    expect(codes({ enteredFranceOn: '2025-03-10', cirSignedOn: '2025-03-11' })).toEqual([]);
    expect(codes({ enteredFranceOn: '2025-03-10', cirSignedOn: '2025-03-10' })).toEqual([]);
    expect(codes({ enteredFranceOn: '2025-03-10', cirSignedOn: '2025-03-09' })).toEqual(['cirSignedOn before_entry']);
  });

  test('do not come before the birth, known by its day or by its year', () => {
    expect(codes({ bornOn: '1990-05-04', enteredFranceOn: '1990-05-04' })).toEqual([]);
    expect(codes({ bornOn: '1990-05-04', enteredFranceOn: '1990-05-03' })).toEqual(['enteredFranceOn before_birth']);
    expect(codes({ bornOn: '1990', enteredFranceOn: '1990-01-01' })).toEqual([]);
    expect(codes({ bornOn: '1990', enteredFranceOn: '1989-12-31' })).toEqual(['enteredFranceOn before_birth']);
  });

  test('that an old list left as they are are not held against who corrects something else', () => {
    const before = completeFacts({
      enteredFranceOn: calendarDay('2025-03-10'),
      cirSignedOn: calendarDay('2025-03-01'),
    });
    expect(codes({ ...before, isParent: true }, before)).toEqual([]);
    expect(codes({ ...before, cirSignedOn: '2025-03-02' }, before)).toEqual(['cirSignedOn before_entry']);
  });
});
