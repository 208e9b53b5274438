import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '../calendar/calendarDay.ts';
import type { PathwayEvent } from '../pathway/events.ts';
import {
  attendanceEvent,
  judgeEntry,
  refusalOfDayBefore,
  standingEvent,
  type AttendanceEntry,
  type KeptAttendance,
} from './attendance.ts';

const day = calendarDay;
const SESSION = { kind: 'LANGUAGE', heldOn: day('2026-03-10'), hours: 3 } as const;
const kept = (given: Partial<KeptAttendance> = {}): KeptAttendance => ({
  attendance: 'PRESENT',
  attendedHours: 3,
  absenceReason: null,
  ...given,
});

describe('signing', () => {
  test.each([
    ['2026-03-09', 'session_to_come'],
    ['2026-03-10', undefined],
    ['2026-03-11', undefined],
  ])('a session of 10 March, on %s: %s', (today, code) => {
    expect(refusalOfDayBefore(SESSION, day(today))?.code).toBe(code);
  });

  test.each<[AttendanceEntry, KeptAttendance]>([
    [{ attendance: 'PRESENT' }, kept()],
    [{ attendance: 'PRESENT', attendedHours: 0.25 }, kept({ attendedHours: 0.25 })],
    [{ attendance: 'PRESENT', attendedHours: 3, absenceReason: null }, kept()],
    [{ attendance: 'ABSENT' }, kept({ attendance: 'ABSENT', attendedHours: 0 })],
    [
      { attendance: 'EXCUSED', attendedHours: 0, absenceReason: 'WORK' },
      kept({ attendance: 'EXCUSED', attendedHours: 0, absenceReason: 'WORK' }),
    ],
  ])('%o is kept as %o', (entry, expected) => {
    expect(judgeEntry(SESSION, entry)).toEqual({ accepted: true, kept: expected });
  });

  test.each<[AttendanceEntry, string, string]>([
    [{ attendance: 'PRESENT', attendedHours: 0 }, 'no_hours', 'attendedHours'],
    [{ attendance: 'PRESENT', attendedHours: 3.25 }, 'hours_over_session', 'attendedHours'],
    [{ attendance: 'PRESENT', absenceReason: 'WORK' }, 'reason_of_presence', 'absenceReason'],
    [{ attendance: 'ABSENT', attendedHours: 1 }, 'hours_of_absence', 'attendedHours'],
    [{ attendance: 'EXCUSED', attendedHours: 3 }, 'hours_of_absence', 'attendedHours'],
  ])('%o is refused: %s', (entry, code, field) => {
    expect(judgeEntry(SESSION, entry)).toMatchObject({ accepted: false, code, field });
  });
});

describe('what a file is told', () => {
  const event = { attendance: 'LANGUAGE', on: '2026-03-10', plannedHours: 3 };
  test.each<[string, KeptAttendance, object]>([
    ['whoever came', kept(), { ...event, attendedHours: 3 }],
    ['whoever left early', kept({ attendedHours: 1.5 }), { ...event, attendedHours: 1.5 }],
    ['whoever did not come', kept({ attendance: 'ABSENT', attendedHours: 0 }), { ...event, attendedHours: 0 }],
    [
      'whoever was excused: planned, not followed',
      kept({ attendance: 'EXCUSED', attendedHours: 0 }),
      { ...event, attendedHours: 0 },
    ],
  ])('of %s', (_who, one, told) => {
    expect(attendanceEvent(SESSION, one)).toEqual(told);
  });

  test('of the civic days, theirs; of what is no step, nothing', () => {
    expect(attendanceEvent({ ...SESSION, kind: 'CIVIC' }, kept())).toMatchObject({ attendance: 'CIVIC' });
    for (const kind of ['INFORMATION', 'WORKSHOP'] as const)
      expect(attendanceEvent({ ...SESSION, kind }, kept())).toBeNull();
  });
});

describe('the event that tells these hours now', () => {
  const hours = (id: string, corrects?: string): PathwayEvent => ({
    attendance: 'LANGUAGE',
    on: day('2026-03-10'),
    attendedHours: 3,
    plannedHours: 3,
    id,
    ...(corrects === undefined ? {} : { corrects }),
  });
  const retracts = (id: string, target: string): PathwayEvent => ({ retracts: target, on: day('2026-03-11'), id });
  test.each<[string, PathwayEvent[], string, string | undefined]>([
    ['itself', [hours('a')], 'a', 'a'],
    ['what corrected it', [hours('a'), hours('b', 'a')], 'a', 'b'],
    ['what corrected the correction', [hours('a'), hours('b', 'a'), hours('c', 'b')], 'a', 'c'],
    ['found from a correction too', [hours('a'), hours('b', 'a'), hours('c', 'b')], 'b', 'c'],
    ['nothing once it is taken back', [hours('a'), retracts('r', 'a')], 'a', undefined],
    ['itself again when the correction is taken back', [hours('a'), hours('b', 'a'), retracts('r', 'b')], 'b', 'a'],
    ['never that of another session', [hours('a'), hours('z')], 'a', 'a'],
    ['nothing where it is unknown', [hours('z')], 'a', undefined],
  ])('is %s', (_what, events, of, standing) => {
    expect(standingEvent(events, of)?.id).toBe(standing);
  });
});
