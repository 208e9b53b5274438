import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay as day, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import { ORIGIN } from '../pathway/testing/histories.ts';
import { movedByPauses } from '../pathway/testing/reckoning/index.ts';
import { afterPauses } from './findStalls.ts';
import { RULES } from './rules.ts';

type Pause = Parameters<typeof afterPauses>[0][number];

const anchorOn = day('2026-01-10');
const limitOn = day('2026-01-30');
const paused = (...pauses: readonly [string, string | null][]): CalendarDay | null =>
  afterPauses(
    pauses.map(([on, until]) => ({ on: day(on), until: until === null ? null : day(until) })),
    anchorOn,
    limitOn,
  );

describe('a limit that pauses move', () => {
  test.each([
    ['before the anchor', '2026-01-09', '2026-01-30'],
    ['on the anchor', '2026-01-10', '2026-01-31'],
    ['the day before the limit', '2026-01-29', '2026-01-31'],
    ['on the limit day', '2026-01-30', '2026-01-31'],
    ['the day after the limit', '2026-01-31', '2026-01-30'],
  ])('one day of pause %s', (_when, on, expected) => expect(paused([on, on])).toBe(expected));

  test('moves by the length of each, and by those that it then meets', () => {
    expect(paused(['2026-01-15', '2026-01-19'])).toBe('2026-02-04');
    expect(paused(['2026-01-15', '2026-01-19'], ['2026-02-04', '2026-02-05'])).toBe('2026-02-06');
    expect(paused(['2026-01-15', '2026-01-19'], ['2026-02-05', '2026-02-06'])).toBe('2026-02-04');
    expect(paused(['2026-01-01', '2026-01-11'])).toBe('2026-02-01');
  });

  test('counts once a day that two pauses cover', () => {
    expect(paused(['2026-01-15', '2026-01-19'], ['2026-01-17', '2026-01-20'])).toBe('2026-02-05');
    expect(paused(['2026-01-15', '2026-01-25'], ['2026-01-17', '2026-01-20'])).toBe('2026-02-10');
  });

  test('is not known while a pause is open, unless it began after it', () => {
    expect(paused(['2026-01-30', null])).toBe(null);
    expect(paused(['2026-01-31', null])).toBe('2026-01-30');
  });

  test('is what counting day after day gives, whatever is added, changed or taken away', () => {
    const days = fc.integer({ min: -30, max: 120 }).map((later) => plusDays(ORIGIN, later));
    const pause = fc
      .tuple(days, fc.option(fc.nat({ max: 25 }), { nil: null, freq: 12 }))
      .map(([on, length]): Pause => ({ on, until: length === null ? null : plusDays(on, length) }));
    const change = fc.tuple(fc.constantFrom('ADD', 'ADD', 'EDIT', 'DELETE'), fc.nat(), pause);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.nat({ max: 90 }), (changes, length) => {
        const limit = plusDays(ORIGIN, length);
        const pauses: Pause[] = [];
        for (const [what, of, given] of changes) {
          const place = of % Math.max(1, pauses.length);
          if (what === 'ADD' || pauses.length === 0) pauses.push(given);
          else if (what === 'EDIT') pauses[place] = given;
          else pauses.splice(place, 1);
          const sorted = [...pauses].sort((a, b) => (a.on < b.on ? -1 : 1));
          const plain = pauses.map(({ on, until }) => ({ from: on, until: until ?? null }));
          expect(afterPauses(sorted, ORIGIN, limit)).toBe(movedByPauses(ORIGIN, limit, plain));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is that of no rule of today: those that wait for the person are set by law, or have no limit', () => {
    const moving = RULES.filter(({ turn, confidence, limit }) => turn === 'PERSON' && confidence !== 'law' && limit);
    expect(moving.map(({ code }) => code)).toEqual([]);
  });
});
