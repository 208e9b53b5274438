import { addDays, addMonths, format } from 'date-fns';
import { fr } from 'date-fns/locale';
import { UTCDate } from '@date-fns/utc';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  calendarDay as day,
  daysBetween,
  earlierOf,
  endOfMonth,
  isCalendarDay,
  laterOf,
  plusDays,
  plusMonths,
  type CalendarDay,
} from './calendarDay.ts';
import { dayInParis } from './dayInParis.ts';
import { formatDayFr } from './formatDayFr.ts';
import { parseQuarter, quarterOf } from './quarter.ts';

const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map((offset) => plusDays(day('2000-01-01'), offset));
const asDate = (text: CalendarDay): UTCDate => new UTCDate(`${text}T00:00:00Z`);
const asText = (date: Date): string => date.toISOString().slice(0, 10);

describe('civil days', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-08-31', 18, '2027-02-28'],
    ['2025-03-31', -1, '2025-02-28'],
  ])('%s and %i months is %s', (from, months, expected) => expect(plusMonths(day(from), months)).toBe(expected));

  test('days and months agree with date-fns on any day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (from, count) => {
        expect(plusDays(from, count)).toBe(asText(addDays(asDate(from), count)));
        expect(plusMonths(from, count)).toBe(asText(addMonths(asDate(from), count)));
        expect(daysBetween(from, plusDays(from, count))).toBe(count);
      }),
    );
  });

  test.each(['2025-02-29', '2025-13-01', '2025-00-10', '2025-04-31', '25-01-01', '2025-1-1', '', null, 20250101])(
    '%p is not a day',
    (value) => {
      expect(isCalendarDay(value)).toBe(false);
    },
  );

  test('the 29th of February exists in a leap year only', () => {
    expect([isCalendarDay('2024-02-29'), isCalendarDay('2000-02-29'), isCalendarDay('1900-02-29')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(() => day('2025-02-29')).toThrow(RangeError);
  });

  test('the last day of a month', () =>
    expect([endOfMonth(day('2024-02-03')), endOfMonth(day('2025-12-31'))]).toEqual(['2024-02-29', '2025-12-31']));

  test.each([
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-10-25T22:30:00Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2026-07-14T21:59:59Z', '2026-07-14'],
    ['2026-07-14T22:00:00Z', '2026-07-15'],
  ])('at %s it is the %s in Paris', (instant, expected) => expect(dayInParis(new Date(instant))).toBe(expected));

  test('any day is said as date-fns says it', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const pattern = on.endsWith('-01') ? "'1er' LLLL yyyy" : 'd LLLL yyyy';
        expect(formatDayFr(on)).toBe(format(asDate(on), pattern, { locale: fr }));
      }),
    );
  });

  test('the later and the earlier of some days', () => {
    const days = [day('2026-03-02'), day('2026-12-01'), day('2025-12-31')] as const;
    expect([laterOf(...days), earlierOf(...days)]).toEqual(['2026-12-01', '2025-12-31']);
  });

  test('days are said in French', () =>
    expect([formatDayFr(day('2026-03-03')), formatDayFr(day('2026-08-01'))]).toEqual(['3 mars 2026', '1er août 2026']));

  test('a quarter is three whole months', () => {
    expect(parseQuarter('2026-Q1')).toEqual({ code: '2026-Q1', from: '2026-01-01', to: '2026-03-31' });
    expect(parseQuarter('2026-Q5')).toBeUndefined();
    expect([quarterOf(day('2026-09-30')).code, quarterOf(day('2026-10-01')).code]).toEqual(['2026-Q3', '2026-Q4']);
  });
});
