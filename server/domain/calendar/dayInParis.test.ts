import { describe, expect, test } from '@jest/globals';
import { calendarDay } from './calendarDay.ts';
import { dayInParis, midnightInParis } from './dayInParis.ts';

describe('a civil day in Paris', () => {
  test.each([
    ['in winter', '2026-01-15', '2026-01-14T23:00:00Z'],
    ['in summer', '2026-07-15', '2026-07-14T22:00:00Z'],
    ['the day that loses an hour', '2026-03-29', '2026-03-28T23:00:00Z'],
    ['the day after', '2026-03-30', '2026-03-29T22:00:00Z'],
    ['the day that has one more', '2026-10-25', '2026-10-24T22:00:00Z'],
    ['the day after', '2026-10-26', '2026-10-25T23:00:00Z'],
    ['the first of a year', '2027-01-01', '2026-12-31T23:00:00Z'],
  ])('begins, %s, at midnight there, and not a millisecond before', (_when, day, instant) => {
    expect(midnightInParis(calendarDay(day))).toBe(instant);
    const begins = new Date(instant).getTime();
    expect([begins - 1, begins, begins + 1].map((at) => dayInParis(new Date(at)) === day)).toEqual([false, true, true]);
  });
});
