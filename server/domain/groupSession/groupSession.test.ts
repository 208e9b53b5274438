import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay, type CalendarDay } from '../calendar/calendarDay.ts';
import {
  judgeEnrolments,
  overlap,
  refusalOfChange,
  refusalOfTimes,
  timeWords,
  type Candidate,
  type GroupSession,
} from './groupSession.ts';

const day = calendarDay;
const TUESDAY: GroupSession = {
  kind: 'LANGUAGE',
  title: 'Français',
  heldOn: day('2026-03-10'),
  startsAt: '09:00',
  endsAt: '12:00',
  hours: 3,
  seats: 2,
  level: null,
  cancelled: false,
};
const candidate = (pathwayId: string, given: Partial<Candidate> = {}): Candidate => ({
  pathwayId,
  refusal: null,
  isEnrolled: false,
  isClosed: false,
  isSealed: false,
  level: null,
  elsewhere: [],
  ...given,
});
const codes = (taken: number, candidates: readonly Candidate[], session: Partial<GroupSession> = {}) =>
  judgeEnrolments({ ...TUESDAY, ...session }, taken, candidates).map(({ outcome, code }) => code ?? outcome);

describe('the times of a session', () => {
  test.each([
    ['08:59', 'ends_before_start'],
    ['09:00', 'ends_before_start'],
    ['09:15', 'hours_over_duration'],
    ['11:59', 'hours_over_duration'],
    ['12:00', undefined],
    ['12:01', undefined],
  ])('from 9 to %s, three hours counted: %s', (endsAt, code) => {
    expect(refusalOfTimes({ ...TUESDAY, endsAt })?.code).toBe(code);
  });

  test.each([
    ['09:00', '9\u00a0h'],
    ['14:30', '14\u00a0h\u00a030'],
    ['00:05', '0\u00a0h\u00a005'],
  ])('%s is said « %s »', (time, words) => {
    expect(timeWords(time)).toBe(words);
  });
});

describe('a change of a session', () => {
  test.each([
    ['2026-03-09', undefined],
    ['2026-03-10', 'session_held'],
    ['2026-03-11', 'session_held'],
  ])('of its day or its hours, on %s: %s', (today, code) => {
    for (const change of [{ heldOn: day('2026-03-17') }, { hours: 2 }])
      expect(refusalOfChange(TUESDAY, { ...TUESDAY, ...change }, { today: day(today), isSigned: false })?.code).toBe(
        code,
      );
    expect(
      refusalOfChange(TUESDAY, { ...TUESDAY, seats: 30, title: 'Autre' }, { today: day(today), isSigned: true }),
    ).toBeNull();
  });

  test('cancels it until somebody was signed for; what is cancelled stays changeable', () => {
    const [given, cancelled] = [TUESDAY, { ...TUESDAY, cancelled: true }];
    const codeOf = (before: GroupSession, after: GroupSession, isSigned: boolean): string | undefined =>
      refusalOfChange(before, after, { today: day('2026-03-10'), isSigned })?.code;
    expect(codeOf(given, cancelled, true)).toBe('session_signed');
    expect(codeOf(given, cancelled, false)).toBeUndefined();
    expect(codeOf(cancelled, given, true)).toBeUndefined();
    expect(codeOf(cancelled, { ...cancelled, title: 'Autre' }, true)).toBeUndefined();
  });
});

describe('two sessions', () => {
  const other = (startsAt: string, endsAt: string, heldOn: CalendarDay = TUESDAY.heldOn) => ({
    heldOn,
    startsAt,
    endsAt,
  });
  test.each([
    ['ends before', '07:00', '08:59', false],
    ['ends when the other begins', '07:00', '09:00', false],
    ['ends a minute later', '07:00', '09:01', true],
    ['is within', '10:00', '11:00', true],
    ['begins a minute before the other ends', '11:59', '13:00', true],
    ['begins when the other ends', '12:00', '13:00', false],
    ['begins after', '12:01', '13:00', false],
  ])('one that %s (%s to %s) clashes: %s', (_how, startsAt, endsAt, clashes) => {
    expect(overlap(TUESDAY, other(startsAt, endsAt))).toBe(clashes);
    expect(overlap(other(startsAt, endsAt), TUESDAY)).toBe(clashes);
    expect(overlap(TUESDAY, other(startsAt, endsAt, day('2026-03-11')))).toBe(false);
  });
});

describe('enrolling', () => {
  test.each([
    [0, ['ENROLLED', 'ENROLLED', 'session_full']],
    [1, ['ENROLLED', 'session_full', 'session_full']],
    [2, ['session_full', 'session_full', 'session_full']],
    [3, ['session_full', 'session_full', 'session_full']],
  ])('three people, two seats, %i taken', (taken, told) => {
    expect(codes(taken, [candidate('a'), candidate('b'), candidate('c')])).toEqual(told);
  });

  test('whoever is refused leaves her seat to the next', () => {
    expect(codes(1, [candidate('a', { isClosed: true }), candidate('b')])).toEqual(['pathway_closed', 'ENROLLED']);
  });

  test('whoever is sealed takes no seat that others count, and is never refused one', () => {
    const sealed = candidate('a', { isSealed: true });
    expect(codes(2, [sealed, candidate('b')])).toEqual(['ENROLLED', 'session_full']);
    expect(codes(1, [sealed, candidate('b')])).toEqual(['ENROLLED', 'ENROLLED']);
  });

  test('the same one twice is enrolled once', () => {
    expect(codes(0, [candidate('a'), candidate('a')])).toEqual(['ENROLLED', 'already_enrolled']);
    expect(codes(0, [candidate('a', { isEnrolled: true })])).toEqual(['already_enrolled']);
  });

  test.each([
    [null, null, 'ENROLLED'],
    ['A1_1', null, 'ENROLLED'],
    [null, 'A2', 'ENROLLED'],
    ['A1_1', 'A1_1', 'ENROLLED'],
    ['A1_1', 'A1', 'wrong_level'],
    ['A1_1', 'INFRA_A1_1', 'wrong_level'],
  ] as const)('in a session of level %s, of somebody of level %s: %s', (level, known, told) => {
    expect(codes(0, [candidate('a', { level: known })], { level })).toEqual([told]);
  });

  test('says what the clash is with, and what refuses before anything else', () => {
    const elsewhere = [{ title: 'Atelier CV', heldOn: TUESDAY.heldOn, startsAt: '11:30', endsAt: '13:00' }];
    expect(judgeEnrolments(TUESDAY, 0, [candidate('a', { elsewhere })])).toEqual([
      {
        pathwayId: 'a',
        outcome: 'REFUSED',
        code: 'session_clash',
        reason: 'Cette personne est inscrite à «\u00a0Atelier CV\u00a0», de 11\u00a0h\u00a030 à 13\u00a0h ce jour-là.',
      },
    ]);
    const refusal = { code: 'out_of_reach', reason: 'Introuvable' };
    expect(codes(0, [candidate('a', { elsewhere, refusal, isEnrolled: true, isClosed: true })])).toEqual([
      'out_of_reach',
    ]);
  });

  test('never gives more seats than there are, whoever asks in whichever order', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 8 }),
        fc.nat({ max: 8 }),
        fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), isSealed: fc.boolean() }), {
          maxLength: 12,
        }),
        (seats, taken, asked) => {
          const sealed = new Map<string, boolean>(asked.map(({ id, isSealed }) => [id, isSealed]));
          const people = asked.map(({ id }) => candidate(id, { isSealed: sealed.get(id) ?? false }));
          const results = judgeEnrolments({ ...TUESDAY, seats }, taken, people);
          const enrolled = results.filter(({ outcome }) => outcome === 'ENROLLED').map(({ pathwayId }) => pathwayId);
          expect(new Set(enrolled).size).toBe(enrolled.length);
          const counted = enrolled.filter((id) => sealed.get(id) !== true).length;
          expect(counted).toBeLessThanOrEqual(Math.max(0, seats - taken));
          for (const [id, isSealed] of sealed) if (isSealed) expect(enrolled).toContain(id);
        },
      ),
    );
  });
});
