import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../calendar/calendarDay.ts';
import {
  ageOn,
  birthRange,
  birthsCompatible,
  bornOnFact,
  isPossibleBirth,
  UNKNOWN_BIRTH,
  type Birth,
} from './birth.ts';

const day = (value: string): Birth => ({ value, precision: 'DAY' });
const month = (value: string): Birth => ({ value, precision: 'MONTH' });
const year = (value: string): Birth => ({ value, precision: 'YEAR' });

describe('a birth', () => {
  test('spans the days it may have been', () => {
    expect(birthRange(day('1990-03-10'))).toEqual({ from: '1990-03-10', to: '1990-03-10' });
    expect(birthRange(month('1992-02'))).toEqual({ from: '1992-02-01', to: '1992-02-29' });
    expect(birthRange(year('1990'))).toEqual({ from: '1990-01-01', to: '1990-12-31' });
    expect(birthRange(UNKNOWN_BIRTH)).toBeNull();
  });

  test('must be of the calendar and of its precision', () => {
    expect(
      [day('1990-02-31'), day('1990'), month('1990-13'), month('1990-03-10'), year('199'), year('1990-03')].map(
        isPossibleBirth,
      ),
    ).toEqual(Array(6).fill(false));
    expect([day('1990-03-10'), month('1990-03'), year('1990'), UNKNOWN_BIRTH].map(isPossibleBirth)).toEqual(
      Array(4).fill(true),
    );
  });

  test('is compatible with another when they may be one day', () => {
    expect(birthsCompatible(day('1990-03-10'), year('1990'))).toBe(true);
    expect(birthsCompatible(day('1990-03-10'), month('1990-03'))).toBe(true);
    expect(birthsCompatible(day('1990-03-10'), month('1990-04'))).toBe(false);
    expect(birthsCompatible(day('1990-03-10'), day('1990-03-11'))).toBe(false);
    expect(birthsCompatible(day('1990-03-10'), UNKNOWN_BIRTH)).toBe(true);
  });

  test('is a fact of the pathway as a day or a year, never an invented day', () => {
    expect([day('1990-03-10'), month('1990-03'), year('1990'), UNKNOWN_BIRTH].map(bornOnFact)).toEqual([
      '1990-03-10',
      '1990',
      '1990',
      null,
    ]);
  });
});

describe('an age', () => {
  test.each([
    ['2026-03-09', 35],
    ['2026-03-10', 36],
    ['2026-03-11', 36],
  ])('turns on the birthday: on %s, %i', (on, age) => {
    expect(ageOn(day('1990-03-10'), calendarDay(on))).toBe(age);
  });

  test('is the one reached for certain when the day is not known', () => {
    expect(ageOn(year('2000'), calendarDay('2026-11-23'))).toBe(25);
    expect(ageOn(year('2000'), calendarDay('2026-12-31'))).toBe(26);
  });

  test('is unknown of a birth that is unknown or later', () => {
    expect(ageOn(UNKNOWN_BIRTH, calendarDay('2026-11-23'))).toBeNull();
    expect(ageOn(day('2026-11-24'), calendarDay('2026-11-23'))).toBeNull();
  });
});
