import { describe, expect, test } from '@jest/globals';
import { calendarDay as day, plusDays } from '../calendar/calendarDay.ts';
import { STALL_RULES } from '../pathway/codes.ts';
import type { PathwayEvent } from '../pathway/events.ts';
import { planPathway } from '../pathway/plan.ts';
import { fired, situations, type Situation } from './testing/situations.ts';

function look({ rule, facts, events = [] }: Situation, today: string, more: readonly PathwayEvent[] = []): unknown {
  const { stalls } = planPathway({ facts, events: [...events, ...more], today: day(today) });
  const found = stalls.find((stall) => stall.rule === rule);
  return found === undefined ? 'none' : found.since === null ? found.state : `${found.state} since ${found.since}`;
}

/** What ends a stall that no event of its own clears. */
const closedOn = (on: string): PathwayEvent => ({ closure: 'GOALS_MET', on: day(on) });

describe.each(situations.map((situation) => [situation.rule, situation.said, situation] as const))(
  '%s: %s',
  (_rule, _said, situation) => {
    const { warnOn, limitOn, clearedBy } = situation;
    const after = (count: number): string => plusDays(day(limitOn), count);

    test('is watched from the day of the warning, not the day before', () => {
      expect(look(situation, plusDays(day(warnOn), -1))).toBe('none');
      expect(look(situation, warnOn)).toBe('WATCH');
    });

    test('is in time the day before the limit and on the limit day, stalled the day after', () => {
      expect(look(situation, after(-1))).toBe('WATCH');
      expect(look(situation, limitOn)).toBe('WATCH');
      expect(look(situation, after(1))).toBe(`STALLED since ${after(1)}`);
      expect(look(situation, after(40))).toBe(`STALLED since ${after(1)}`);
    });

    test('is gone on the day of what clears it', () => {
      const clearing = clearedBy ?? closedOn(after(1));
      expect(look(situation, after(2), [clearing])).toBe('none');
      expect(look(situation, after(1), [clearing])).toBe('none');
    });

    test('is silenced through the last day, and back by itself the day after, since the same day', () => {
      const { rule } = situation;
      const silence = { silence: rule, on: day(after(2)), until: day(after(10)), reason: 'OTHER' } as const;
      const stalled = `STALLED since ${after(1)}`;
      expect([1, 2, 10, 11].map((count) => look(situation, after(count), [silence]))).toEqual([
        stalled,
        `SILENCED since ${after(1)}`,
        `SILENCED since ${after(1)}`,
        stalled,
      ]);
    });

    test('is moved by no pause: it is set by law, or waits for somebody else', () => {
      const pause = { pause: 'ILLNESS', on: plusDays(day(warnOn), -5), until: day(after(3)) } as const;
      expect([0, 1].map((count) => look(situation, after(count), [pause]))).toEqual([
        'WATCH',
        `STALLED since ${after(1)}`,
      ]);
    });
  },
);

describe.each(fired.map((situation) => [situation.rule, situation.said, situation] as const))(
  '%s: %s',
  (_rule, _said, { clearedBy, ...given }) => {
    const situation: Situation = { ...given, warnOn: '', limitOn: '' };
    const stalled = 'STALLED since 2024-02-29';

    test('is said from that very day, never before, and lasts', () => {
      const days = ['2024-02-28', '2024-02-29', '2024-03-01', '2024-06-01'];
      expect(days.map((on) => look(situation, on))).toEqual(['none', stalled, stalled, stalled]);
    });

    test('is gone on the day of what clears it, not the day before', () => {
      const clearing = clearedBy ?? closedOn('2024-03-01');
      const days = ['2024-02-29', '2024-03-01', '2024-03-02'];
      expect(days.map((on) => look(situation, on, [clearing]))).toEqual([stalled, 'none', 'none']);
    });

    test('is moved by no pause: it has no limit', () => {
      const pause = { pause: 'ILLNESS', on: day('2024-01-15'), until: day('2024-03-15') } as const;
      expect(look(situation, '2024-03-01', [pause])).toBe(stalled);
    });
  },
);

test('every rule of the catalogue has its situations', () => {
  expect([...new Set([...situations, ...fired].map(({ rule }) => rule))].sort()).toEqual([...STALL_RULES].sort());
  const limitless = new Set(fired.map(({ rule }) => rule));
  expect(situations.filter(({ rule }) => limitless.has(rule))).toEqual([]);
});
