import { describe, expect, test } from '@jest/globals';
import { calendarDay as day } from '../calendar/calendarDay.ts';
import { judgeEvent } from './advance.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { fold } from './fold.ts';
import { nextContractMoves } from './moves.ts';
import { planFollowUp } from './plan.ts';

const facts: Partial<Facts> = { cirSignedOn: day('2023-06-01'), caseOpenedOn: day('2023-06-01') };
const notice = (on: string): PathwayEvent => ({ id: 'n', contract: 'TERMINATION_NOTICE', on: day(on) });
const terminated = (on: string): PathwayEvent => ({ id: 't', contract: 'TERMINATED', on: day(on) });
const extended = (on: string, months: number): PathwayEvent => ({ contract: 'EXTENDED', on: day(on), months });
const withdrawn = (on: string): PathwayEvent => ({ contract: 'SIGNED', on: day(on) });
const plan = (events: PathwayEvent[], today = '2024-06-30', known = facts): ReturnType<typeof planFollowUp> =>
  planFollowUp({ facts: known, events, today: day(today) });

describe('a notice of termination gives a month to answer', () => {
  test.each([
    ['2024-01-15', '2024-02-15'],
    ['2024-01-30', '2024-02-29'],
    ['2024-01-31', '2024-02-29'],
    ['2024-02-01', '2024-03-01'],
    ['2023-01-31', '2023-02-28'],
    ['2024-02-29', '2024-03-29'],
    ['2024-08-31', '2024-09-30'],
    ['2024-12-31', '2025-01-31'],
  ])('notified on %s, through %s', (on, endOn) => {
    const known = { ...facts, cirSignedOn: day('2022-06-01') };
    expect(plan([notice(on)], '2025-06-30', known).observationsEndOn).toBe(endOn);
  });

  test.each([
    [
      '2024-02-28',
      'Résiliation envisagée le 31 janvier 2024\u00a0: observations possibles jusqu’au 29 février 2024 (R.413-4).',
    ],
    [
      '2024-02-29',
      'Résiliation envisagée le 31 janvier 2024\u00a0: observations possibles jusqu’au 29 février 2024 (R.413-4).',
    ],
    [
      '2024-03-01',
      'Résiliation envisagée le 31 janvier 2024\u00a0: observations closes depuis le 29 février 2024 au soir (R.413-4).',
    ],
  ])('looked at on %s', (today, sentence) => {
    expect(plan([notice('2024-01-31')], today).contractSentence).toBe(sentence);
  });

  test('without notice, or once it is withdrawn, there is nothing to answer and nothing to say', () => {
    for (const events of [[], [notice('2024-01-31'), withdrawn('2024-02-10')], [extended('2024-02-01', 3)]]) {
      const { observationsEndOn, contractSentence, flags } = plan(events);
      expect({ observationsEndOn, contractSentence, flags }).toEqual({
        observationsEndOn: null,
        contractSentence: null,
        flags: [],
      });
    }
  });

  test('a second notice, after the first was withdrawn, gives a month of its own', () => {
    const events = [notice('2024-01-31'), withdrawn('2024-02-10'), { ...notice('2024-03-31'), id: 'm' }];
    expect(plan(events).observationsEndOn).toBe('2024-04-30');
  });
});

describe('a contract ended before that month is over', () => {
  test.each([
    ['the day before', '2024-02-28', true],
    ['the last day, still in time to answer', '2024-02-29', true],
    ['the day after', '2024-03-01', false],
  ])('%s: recorded, and said to be contestable: %s %s', (_when, on, isCutShort) => {
    const history = { facts, events: [notice('2024-01-31')] };
    const judged = judgeEvent(history, terminated(on), day('2024-06-30'));
    expect(judged).toEqual({ accepted: true, flags: isCutShort ? ['observations_cut_short'] : [] });
    const { contractState, observationsEndOn, contractSentence, flags } = plan([...history.events, terminated(on)]);
    expect([contractState, observationsEndOn, flags]).toEqual([
      'TERMINATED',
      null,
      isCutShort ? ['OBSERVATIONS_CUT_SHORT'] : [],
    ]);
    expect(contractSentence?.endsWith('(R.413-4)\u00a0: résiliation contestable.') ?? false).toBe(isCutShort);
  });

  test('says when it ended, and until when the person could answer', () => {
    expect(plan([notice('2024-01-31'), terminated('2024-02-05')]).contractSentence).toBe(
      'Résilié le 5 février 2024, alors que les observations étaient possibles jusqu’au 29 février 2024 (R.413-4)\u00a0: résiliation contestable.',
    );
  });
});

describe('a notice withdrawn leaves the contract as it was', () => {
  const history = [extended('2023-12-01', 6), notice('2024-01-31'), withdrawn('2024-02-10')];

  test.each([
    ['the file knows the signature', facts, []],
    ['an event says it', { caseOpenedOn: day('2023-06-01') }, [withdrawn('2023-06-01')]],
  ])('signed, with the months granted, where %s', (_where, known, signature) => {
    const events = [...signature, ...history];
    for (const [until, state] of [
      [1, 'EXTENDED'],
      [2, 'TERMINATION_NOTICE'],
      [3, 'SIGNED'],
    ] as const) {
      const { contractState, cirEndsOn } = plan(events.slice(0, signature.length + until), '2024-06-30', known);
      expect([contractState, cirEndsOn]).toEqual([state, '2024-12-01']);
    }
  });

  test('and the ceiling counts them: six months more, not seven', () => {
    const judge = (months: number): boolean =>
      judgeEvent({ facts, events: history }, extended('2024-03-01', months), day('2024-06-30')).accepted;
    expect([5, 6, 7].map(judge)).toEqual([true, true, false]);
    expect(plan([...history, extended('2024-03-01', 6)]).cirEndsOn).toBe('2025-06-01');
  });

  test('nor is an extension offered once twelve months are granted', () => {
    const offers = (months: number): boolean | undefined => {
      const known = { facts, events: [extended('2023-12-01', months), ...history.slice(1)] };
      const moves = nextContractMoves(known, fold(known, day('2024-06-30')));
      return moves.find(({ state }) => state === 'EXTENDED')?.allowed;
    };
    expect([11, 12].map(offers)).toEqual([true, false]);
  });
});
