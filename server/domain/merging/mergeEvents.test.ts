import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../calendar/calendarDay.ts';
import type { PathwayEvent } from '../pathway/events.ts';
import { eventsToMove, goingWith } from './mergeEvents.ts';

const on = (day: string) => calendarDay(day);
const DONE: PathwayEvent = { id: 'a', step: 'CIVIC_SESSION_1', status: 'DONE', on: on('2026-01-10') };
const ids = (events: readonly PathwayEvent[]): (string | undefined)[] => events.map(({ id }) => id);

describe('the events of the file that goes', () => {
  test('are read in the one that stays, in the order in which they were recorded', () => {
    const later: PathwayEvent = { id: 'b', contact: 'REACHED', on: on('2026-01-05') };
    expect(ids(eventsToMove([], [DONE, later]).moved)).toEqual(['a', 'b']);
  });

  test.each<PathwayEvent>([
    { id: 'b', closure: 'LEFT_FRANCE', on: on('2026-02-01') },
    { id: 'b', pause: 'FAMILY', on: on('2026-02-01') },
    {
      id: 'b',
      silence: 'LANGUAGE_WAIT',
      reason: 'OTHER',
      on: on('2026-02-01'),
      until: on('2026-03-01'),
    },
    { id: 'b', handover: true, on: on('2026-02-01') },
  ])('stay there where they are of the follow-up: %o', (event) => {
    expect(eventsToMove([], [DONE, event])).toEqual({ moved: [DONE], left: [{ event, because: 'OF_THE_FILE' }] });
  });

  test('stay there where the other file says the same of the same day, and no other day', () => {
    const same = { ...DONE, id: 'k', seq: 7, recordedAt: '2026-01-11T08:00:00Z' };
    const another = { ...DONE, id: 'k', on: on('2026-01-11') };
    expect(eventsToMove([same], [DONE])).toEqual({ moved: [], left: [{ event: DONE, because: 'SAID_TWICE' }] });
    expect(ids(eventsToMove([another], [DONE]).moved)).toEqual(['a']);
  });

  test('are said once where what the other file said was taken back', () => {
    const taken: PathwayEvent[] = [
      { ...DONE, id: 'k' },
      { id: 'r', retracts: 'k' },
    ];
    expect(ids(eventsToMove(taken, [DONE]).moved)).toEqual(['a']);
  });

  test('go with what corrects them, takes them back or follows from them, or stay with it', () => {
    const corrected: PathwayEvent = { ...DONE, id: 'b', on: on('2026-01-12'), corrects: 'a' };
    const follows: PathwayEvent = {
      id: 'c',
      step: 'LANGUAGE_START',
      status: 'EXEMPT',
      on: on('2026-01-12'),
      followsFrom: 'b',
    };
    const all = [DONE, corrected, follows];
    expect(ids(eventsToMove([], all).moved)).toEqual(['a', 'b', 'c']);
    // What counts now is what is compared: the first day was a mistake in both files.
    const said = [
      { ...corrected, id: 'k', corrects: undefined },
      { ...follows, id: 'l' },
    ];
    expect(ids(eventsToMove(said, all).moved)).toEqual([]);
    expect(ids(eventsToMove(said.slice(0, 1), all).moved)).toEqual(['a', 'b', 'c']);
  });

  test('of sessions: hours of the same day are two where the sessions are, and one where both files were in it', () => {
    const hours: PathwayEvent = {
      id: 'a',
      attendance: 'LANGUAGE',
      on: on('2026-01-10'),
      attendedHours: 3,
      plannedHours: 3,
    };
    const kept = [{ ...hours, id: 'k' }];
    const sessions = (same: boolean) => ({ ofSessions: new Set(['a']), ofSameSessions: new Set(same ? ['a'] : []) });
    expect(ids(eventsToMove(kept, [hours], sessions(false)).moved)).toEqual(['a']);
    expect(eventsToMove([], [hours], sessions(true)).left).toEqual([{ event: hours, because: 'SAME_SESSION' }]);
    expect(eventsToMove(kept, [hours]).left).toEqual([{ event: hours, because: 'SAID_TWICE' }]);
  });
});

test('what goes back goes with what was made of it since', () => {
  const corrected: PathwayEvent = { ...DONE, id: 'b', corrects: 'a' };
  const back: PathwayEvent = { id: 'c', retracts: 'b' };
  const alone: PathwayEvent = { id: 'd', contact: 'REACHED', on: on('2026-03-01') };
  expect(goingWith([DONE, corrected, back, alone], new Set(['a'])).sort()).toEqual(['a', 'b', 'c']);
  expect(goingWith([DONE, alone], new Set(['d']))).toEqual(['d']);
});
