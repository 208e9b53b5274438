import { describe, expect, test } from '@jest/globals';
import { calendarDay as day } from '../calendar/calendarDay.ts';
import { effectiveEvents } from './effectiveEvents.ts';
import { voidedIds, type PathwayEvent } from './events.ts';

const today = day('2026-03-10');
const on = day('2026-02-01');
const reached = (id: string, more: object = {}): PathwayEvent => ({ id, contact: 'REACHED', on, ...more });
const counting = (events: readonly PathwayEvent[], knownAt?: string): (string | undefined)[] =>
  effectiveEvents(events, today, knownAt).map(({ id }) => id);

describe('which events count', () => {
  test.each([
    ['2026-03-09', ['e']],
    ['2026-03-10', ['e']],
    ['2026-03-11', []],
  ])('a fact of %s, looked at on 10 March 2026', (when, expected) => {
    expect(counting([reached('e', { on: when })])).toEqual(expected);
  });

  test('facts come in the order of their days, those of one day in the order of their recording', () => {
    const events = [reached('c', { on: '2026-02-02', seq: 1 }), reached('b', { seq: 3 }), reached('a', { seq: 2 })];
    expect(counting(events)).toEqual(['a', 'b', 'c']);
  });

  test('a correction replaces, and takes the place of what it replaces', () => {
    const events = [reached('e1', { seq: 1 }), reached('e2', { seq: 2 }), reached('c1', { seq: 3, corrects: 'e1' })];
    expect(counting(events)).toEqual(['c1', 'e2']);
  });

  test('a correction corrected in turn still replaces the first event', () => {
    expect(counting([reached('e'), reached('c1', { corrects: 'e' }), reached('c2', { corrects: 'c1' })])).toEqual([
      'c2',
    ]);
  });

  test('a correction retracted gives back what it replaced', () => {
    expect(counting([reached('e'), reached('c', { corrects: 'e' }), { retracts: 'c' }])).toEqual(['e']);
  });

  test('a retraction retracted gives back what it took', () => {
    const taken: PathwayEvent[] = [reached('e'), { id: 'r', retracts: 'e' }];
    expect(counting(taken)).toEqual([]);
    expect(counting([...taken, { retracts: 'r' }])).toEqual(['e']);
  });

  test('the retraction of a retraction that is itself retracted takes again', () => {
    expect([
      ...voidedIds([reached('e'), { id: 'r1', retracts: 'e' }, { id: 'r2', retracts: 'r1' }, { retracts: 'r2' }]),
    ]).toEqual(['e', 'r2']);
  });

  test('events that point at themselves or at one another end all the same', () => {
    expect(counting([reached('e', { corrects: 'e' })])).toEqual(['e']);
    expect(counting([reached('a', { corrects: 'b' }), reached('b', { corrects: 'a' })])).toEqual([]);
  });

  test.each([
    ['2026-02-05T09:59:59Z', []],
    ['2026-02-05T10:00:00Z', ['e']],
    ['2026-02-05T11:00:00.000+01:00', ['e']],
    ['2026-02-04', []],
    ['2026-02-05', ['e']],
  ])('recorded on 5 February at 10 h UTC, as known at %s', (knownAt, expected) => {
    expect(counting([reached('e', { recordedAt: '2026-02-05T10:00:00Z' })], knownAt)).toEqual(expected);
  });

  test('a retraction recorded later is not yet known', () => {
    const events: PathwayEvent[] = [
      reached('e', { recordedAt: '2026-02-01T10:00:00Z' }),
      { retracts: 'e', recordedAt: '2026-02-09T10:00:00Z' },
    ];
    expect(counting(events, '2026-02-08')).toEqual(['e']);
    expect(counting(events, '2026-02-09')).toEqual([]);
  });
});
