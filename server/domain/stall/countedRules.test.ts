import { describe, expect, test } from '@jest/globals';
import { calendarDay as day } from '../calendar/calendarDay.ts';
import type { PathwayEvent } from '../pathway/events.ts';
import { derivePathway } from '../pathway/derive.ts';
import { planFollowUp, planPathway } from '../pathway/plan.ts';

const facts = { cirSignedOn: day('2025-09-01'), caseOpenedOn: day('2025-09-01') };
const today = day('2026-03-10');
const since = (rule: string, events: readonly PathwayEvent[], given: object = facts): string | null | undefined =>
  planPathway({ facts: given, events, today }).stalls.find((stall) => stall.rule === rule)?.since;

describe('attendance', () => {
  const hours = (on: string, attendedHours: number, plannedHours: number): PathwayEvent => ({
    attendance: 'LANGUAGE',
    on: day(on),
    attendedHours,
    plannedHours,
  });

  test.each([
    [15.9, '2025-10-01'],
    [16, undefined],
    [16.1, undefined],
  ])('%s hours out of 20', (attended, expected) => {
    expect(since('LANGUAGE_ATTENDANCE', [hours('2025-10-01', attended, 20)])).toBe(expected);
  });

  test.each([
    [19.75, undefined],
    [20, '2025-10-01'],
    [20.25, '2025-10-01'],
  ])('nobody is judged on %s planned hours but from 20 on', (planned, expected) => {
    expect(since('LANGUAGE_ATTENDANCE', [hours('2025-10-01', 2, planned)])).toBe(expected);
  });

  test('is stalled since the record that took it under, and gone when back to 80 %', () => {
    const falling = [hours('2025-10-01', 20, 20), hours('2025-10-08', 3, 10), hours('2025-10-15', 8, 10)];
    expect(since('LANGUAGE_ATTENDANCE', falling)).toBe('2025-10-08');
    expect(since('LANGUAGE_ATTENDANCE', [...falling, hours('2025-10-22', 8, 10)])).toBe('2025-10-08');
    expect(since('LANGUAGE_ATTENDANCE', [...falling, hours('2025-10-22', 8, 10), hours('2025-10-29', 10, 10)])).toBe(
      undefined,
    );
  });

  test('is gone once the course has ended, and civic days do not count', () => {
    const low = hours('2025-10-01', 2, 30);
    expect(since('LANGUAGE_ATTENDANCE', [low, { step: 'LANGUAGE_END', status: 'DONE', on: day('2026-01-05') }])).toBe(
      undefined,
    );
    expect(
      since('LANGUAGE_ATTENDANCE', [
        { attendance: 'CIVIC', on: day('2025-10-01'), attendedHours: 1, plannedHours: 24 },
      ]),
    ).toBe(undefined);
  });

  test('sums of quarters of an hour stay exact', () => {
    const quarters = Array.from({ length: 30 }, () => hours('2025-10-01', 0.8, 1));
    expect(since('LANGUAGE_ATTENDANCE', quarters)).toBe(undefined);
  });
});

describe('progress at the test', () => {
  const score = (on: string, value: number): PathwayEvent => ({ test: 'LANGUAGE', on: day(on), score: value });

  test.each([
    [10.9, '2025-12-01'],
    [11, undefined],
    [11.1, undefined],
  ])('from 10 to %s', (second, expected) => {
    expect(since('LANGUAGE_NO_PROGRESS', [score('2025-09-10', 10), score('2025-12-01', second)])).toBe(expected);
  });

  test('keeps its first day until a test shows the gain, then may come back', () => {
    const tests = [score('2025-09-10', 10), score('2025-11-01', 10), score('2025-12-01', 10.5)];
    expect(since('LANGUAGE_NO_PROGRESS', tests)).toBe('2025-11-01');
    const gained = [...tests, score('2026-01-10', 12)];
    expect(since('LANGUAGE_NO_PROGRESS', gained)).toBe(undefined);
    const { stallSpells } = derivePathway({ facts, events: [...gained, score('2026-02-10', 9)] }, today);
    expect(
      stallSpells
        .filter(({ rule }) => rule === 'LANGUAGE_NO_PROGRESS')
        .map(({ spell, sinceOn, clearedOn }) => [spell, sinceOn, clearedOn]),
    ).toEqual([
      [1, '2025-11-01', '2026-01-10'],
      [2, '2026-02-10', null],
    ]);
  });
});

describe('absences at the platform', () => {
  const absent = (on: string): PathwayEvent => ({ contract: 'ABSENT_AT_PLATFORM', on: day(on) });
  const unsigned = { caseOpenedOn: day('2025-06-01') };

  test('one is not enough, the second one counts from its day, a third changes nothing', () => {
    expect(since('PLATFORM_NO_SHOW', [absent('2025-06-22')], unsigned)).toBe(undefined);
    expect(since('PLATFORM_NO_SHOW', [absent('2025-06-22'), absent('2025-08-01')], unsigned)).toBe('2025-08-01');
    expect(
      since('PLATFORM_NO_SHOW', [absent('2025-06-22'), absent('2025-08-01'), absent('2025-09-01')], unsigned),
    ).toBe('2025-08-01');
  });

  test('are forgotten once the contract is signed', () => {
    const signing: PathwayEvent = { step: 'CIR_SIGNATURE', status: 'DONE', on: day('2025-09-02') };
    expect(since('PLATFORM_NO_SHOW', [absent('2025-06-22'), absent('2025-08-01'), signing], unsigned)).toBe(undefined);
  });
});

describe('what hides a stall and what does not', () => {
  const cover = (more: readonly PathwayEvent[], on: string): string | undefined =>
    planPathway({ facts, events: more, today: day(on) }).stalls.find(({ rule }) => rule === 'NO_HEALTH_COVER')?.state;
  const silence: PathwayEvent = {
    silence: 'NO_HEALTH_COVER',
    on: day('2025-12-10'),
    until: day('2026-01-10'),
    reason: 'REQUEST_FILED',
  };

  test.each([
    ['2025-12-09', 'STALLED'],
    ['2025-12-10', 'SILENCED'],
    ['2026-01-10', 'SILENCED'],
    ['2026-01-11', 'STALLED'],
  ])('a silence from 10 December to 10 January: on %s, %s', (on, expected) =>
    expect(cover([silence], on)).toBe(expected),
  );

  test('a silence of another rule hides nothing', () => {
    expect(cover([{ ...silence, silence: 'CIVIC_ABSENCE' }], '2025-12-20')).toBe('STALLED');
  });

  test('the third silence of a rule is flagged for the referent', () => {
    const flags = (count: number): readonly string[] =>
      planFollowUp({ facts, events: Array.from({ length: count }, () => silence), today }).flags;
    expect(flags(2)).toEqual([]);
    expect(flags(3)).toEqual(['SILENCED_REPEATEDLY:NO_HEALTH_COVER']);
  });

  test('a pause moves neither a limit set by law, nor one that waits for somebody else', () => {
    const pause: PathwayEvent = { pause: 'ILLNESS', on: day('2025-09-10'), until: day('2025-11-10') };
    expect(since('NO_HEALTH_COVER', [pause])).toBe('2025-12-02');
    expect(since('PERMIT_RENEWAL_WINDOW', [pause], { permitExpiresOn: day('2026-01-31') })).toBe('2025-12-03');
  });
});
