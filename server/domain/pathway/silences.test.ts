import { describe, expect, test } from '@jest/globals';
import { calendarDay as day, plusDays } from '../calendar/calendarDay.ts';
import { judgeEvent } from './advance.ts';
import type { PathwayEvent, SilenceEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { planFollowUp } from './plan.ts';

/** Without health cover: watched from 1 November 2025, stalled from 2 December on. */
const facts: Partial<Facts> = { cirSignedOn: day('2025-09-01'), caseOpenedOn: day('2025-09-01') };
const RULE = 'NO_HEALTH_COVER';
const today = day('2026-03-10');
const silence = (on: string, until: string, more: Partial<SilenceEvent> = {}): SilenceEvent => ({
  silence: RULE,
  on: day(on),
  until: day(until),
  reason: 'REQUEST_FILED',
  ...more,
});
const plain = (sentence = ''): string => sentence.replace(/[\u00a0\u202f]/g, ' ');
const judge = (event: PathwayEvent, events: readonly PathwayEvent[] = [], on = today): string => {
  const judged = judgeEvent({ facts, events }, event, on);
  return judged.accepted ? 'accepted' : `${judged.kind} ${judged.code}`;
};
const reasonOf = (event: PathwayEvent, ...events: PathwayEvent[]): string => {
  const judged = judgeEvent({ facts, events }, event, today);
  return judged.accepted ? '' : plain(judged.reason);
};

describe('a stall that is on hold already', () => {
  const running = silence('2026-03-01', '2026-03-20', { id: 's1' });

  test('is not put on hold again, and the refusal says from when until when it is', () => {
    expect(judge(silence('2026-03-10', '2026-03-20'), [running])).toBe('CONFLICT silence_already_running');
    expect(reasonOf(silence('2026-03-10', '2026-04-20'), running)).toBe(
      'C’est déjà en attente du 1er mars 2026 au 20 mars 2026 : changez la fin de cette attente, ou levez-la.',
    );
    expect(judge(silence('2026-03-10', '2026-03-20', { silence: 'NO_CONTACT' }), [running])).toBe('accepted');
  });

  test('asked three times in a minute, it is put on hold once', () => {
    const events: PathwayEvent[] = [];
    for (const id of ['a', 'b', 'c']) {
      const asked = silence('2026-03-10', '2026-03-20', { id });
      if (judge(asked, events) === 'accepted') events.push(asked);
    }
    expect(events).toHaveLength(1);
    expect(planFollowUp({ facts, events, today }).flags).toEqual([]);
  });

  test.each([
    ['the day before its last one', '2026-03-08', 'CONFLICT silence_already_running'],
    ['on its last day', '2026-03-09', 'CONFLICT silence_already_running'],
    ['the day after', '2026-03-10', 'accepted'],
  ])('is put on hold again %s', (_when, on, expected) => {
    expect(judge(silence(on, '2026-03-20'), [silence('2026-03-01', '2026-03-09', { id: 's1' })])).toBe(expected);
  });

  test('is put off for longer, or given back, by a correction, and counts once', () => {
    const longer = silence('2026-03-01', '2026-04-30', { id: 's2', corrects: 's1' });
    expect(judge(longer, [running])).toBe('accepted');
    const lifted = silence('2026-03-01', '2026-03-09', { id: 's3', corrects: 's2' });
    expect(judge(lifted, [running, longer])).toBe('accepted');
    const state = (...events: PathwayEvent[]): unknown =>
      planFollowUp({ facts, events, today }).stalls.find(({ rule }) => rule === RULE)?.state;
    expect([state(running, longer), state(running, longer, lifted)]).toEqual(['SILENCED', 'STALLED']);
    // Lifted, it may be put on hold again: that one counts.
    const again = silence('2026-03-10', '2026-03-20', { id: 's4' });
    expect(judge(again, [running, longer, lifted])).toBe('accepted');
    const third = silence('2026-02-01', '2026-02-10', { id: 's0' });
    expect(planFollowUp({ facts, events: [third, running, longer, lifted], today }).flags).toEqual([]);
    expect(planFollowUp({ facts, events: [third, running, longer, lifted, again], today }).flags).toEqual([
      `SILENCED_REPEATEDLY:${RULE}`,
    ]);
  });

  test('does not come back under another silence, by a retraction or by a correction', () => {
    const taken: PathwayEvent = { id: 'r', retracts: 's1' };
    const other = silence('2026-03-10', '2026-03-20', { id: 's2' });
    expect(judge(other, [running, taken])).toBe('accepted');
    expect(judge({ retracts: 'r' }, [running, taken, other])).toBe('CONFLICT silence_already_running');
    const attempt: PathwayEvent = { id: 'c', contact: 'NO_ANSWER', on: today };
    expect(judge(silence('2026-03-10', '2026-03-12', { corrects: 'c' }), [running, attempt])).toBe(
      'CONFLICT silence_already_running',
    );
  });

  test('twice, from before this was asked for, is mended all the same', () => {
    const twice = [running, silence('2026-03-05', '2026-03-25', { id: 's2' })];
    expect(judge(silence('2026-03-05', '2026-03-09', { corrects: 's2' }), twice)).toBe('accepted');
    expect(judge({ retracts: 's2' }, twice)).toBe('accepted');
    expect(judge(silence('2026-03-10', '2026-03-12'), twice)).toBe('CONFLICT silence_already_running');
  });
});

describe('the last day of a silence', () => {
  test.each([
    ['yesterday', -1, 'INVALID silence_already_over'],
    ['today', 0, 'accepted'],
    ['tomorrow', 1, 'accepted'],
  ])('%s', (_when, days, expected) => {
    expect(judge(silence('2026-03-01', plusDays(today, days)))).toBe(expected);
  });

  test('is in the past only where it corrects a silence', () => {
    const running = silence('2026-03-01', '2026-03-20', { id: 's1' });
    expect(judge(silence('2026-03-01', '2026-03-09', { corrects: 's1' }), [running])).toBe('accepted');
    const attempt: PathwayEvent = { id: 'c', contact: 'NO_ANSWER', on: today };
    expect(judge(silence('2026-03-01', '2026-03-09', { corrects: 'c' }), [attempt])).toBe(
      'INVALID silence_already_over',
    );
    expect(reasonOf(silence('2026-03-01', '2026-03-09'))).toBe(
      'Cette attente serait déjà finie : choisissez aujourd’hui ou un jour à venir.',
    );
  });

  test.each([
    [89, 'accepted'],
    [90, 'accepted'],
    [91, 'INVALID silence_too_long'],
  ])('put off by a correction, is at most %s days after the first one it ever had', (days, expected) => {
    const first = silence('2026-03-01', '2026-03-20', { id: 's1' });
    const moved = silence('2026-03-09', '2026-03-20', { id: 's2', corrects: 's1' });
    const until = plusDays(first.on, days);
    expect(judge(silence('2026-03-01', until, { corrects: 's1' }), [first])).toBe(expected);
    expect(judge(silence('2026-03-10', until, { corrects: 's2' }), [first, moved])).toBe(expected);
  });
});

describe('what is only watched', () => {
  const WATCH = day('2025-11-10');
  const shown = (until: string, on: string): { state: unknown; waits: string; flags: readonly string[] } => {
    const { stalls, flags } = planFollowUp({ facts, events: [silence('2025-11-10', until)], today: day(on) });
    const stall = stalls.find(({ rule }) => rule === RULE);
    return { state: stall?.state, waits: plain(stall?.sentence).replace(/^.*? C’est au tour [^.]+\.\s?/, ''), flags };
  };

  test('may be put on hold, and stays in sight, with the day', () => {
    expect(judge(silence('2025-11-10', '2025-11-20'), [], WATCH)).toBe('accepted');
    const waits = 'En attente jusqu’au 20 novembre 2025.';
    expect(['2025-11-10', '2025-11-20', '2025-11-21'].map((on) => shown('2025-11-20', on))).toEqual([
      { state: 'WATCH', waits, flags: [] },
      { state: 'WATCH', waits, flags: [] },
      { state: 'WATCH', waits: '', flags: [] },
    ]);
  });

  const BEYOND = [`SILENCED_BEYOND_LIMIT:${RULE}`];
  test.each([
    ['the limit day', '2025-12-01', []],
    ['the first day stalled', '2025-12-02', BEYOND],
    ['the day after', '2025-12-03', BEYOND],
  ])('is flagged when its limit will pass unsaid: on hold until %s', (_which, until, flags) => {
    expect(shown(until, '2025-11-10')).toMatchObject({ state: 'WATCH', flags });
  });

  test('is on hold once its limit has passed, through the day said, and stalled the day after', () => {
    const waits = 'En attente jusqu’au 3 décembre 2025.';
    expect(['2025-12-01', '2025-12-02', '2025-12-03', '2025-12-04'].map((on) => shown('2025-12-03', on))).toEqual([
      { state: 'WATCH', waits, flags: BEYOND },
      { state: 'SILENCED', waits, flags: [] },
      { state: 'SILENCED', waits, flags: [] },
      { state: 'STALLED', waits: '', flags: [] },
    ]);
  });
});
