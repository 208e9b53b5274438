import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay as day, type CalendarDay } from '../calendar/calendarDay.ts';
import { judgeEvent } from './advance.ts';
import type { Given } from './fold.ts';
import { CONTRACT_STATES, STEP_STATUSES, type StepCode } from './codes.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { fold } from './fold.ts';
import { nextContractMoves, nextMoves, type Move } from './moves.ts';
import { anyContractHistory, anyFacts, anyHistory, anyHomeHistory, WRITTEN } from './testing/histories.ts';
import { ALLOWED_MOVES } from './transitions.ts';

const facts: Partial<Facts> = {
  cirSignedOn: day('2025-09-01'),
  caseOpenedOn: day('2025-09-01'),
  enteredFranceOn: day('2025-05-01'),
};
const today = day('2026-03-10');
const movesAfter = (events: PathwayEvent[], on: CalendarDay = today): Move[] =>
  nextMoves({ facts, events }, fold({ facts, events }, on));
const contractAfter = (events: PathwayEvent[]): ReturnType<typeof nextContractMoves> =>
  nextContractMoves({ facts, events }, fold({ facts, events }, today));
const allowedFor = (events: PathwayEvent[], code: StepCode): string[] =>
  movesAfter(events).flatMap(({ step, status, allowed }) => (step === code && allowed ? [status] : []));

describe('what may come next', () => {
  test('for cover requested, exactly these moves and no other', () => {
    expect(allowedFor([{ step: 'HEALTH_COVER', status: 'REQUESTED', on: day('2026-02-01') }], 'HEALTH_COVER')).toEqual([
      'SCHEDULED',
      'WAITING_THIRD_PARTY',
      'IN_PROGRESS',
      'DONE',
      'REFUSED_BY_BODY',
      'EXEMPT',
      'DECLINED',
      'CANCELLED',
    ]);
  });

  test('for a course under way and for what is done, exactly these moves and no other', () => {
    const events: PathwayEvent[] = [
      { step: 'LANGUAGE_END', status: 'IN_PROGRESS', on: day('2026-01-05') },
      { step: 'CAF_RIGHTS', status: 'DONE', on: day('2026-01-05') },
    ];
    expect(allowedFor(events, 'LANGUAGE_END')).toEqual([
      'WAITING_THIRD_PARTY',
      'DONE',
      'PARTIALLY_DONE',
      'ABANDONED',
      'CANCELLED',
    ]);
    expect(allowedFor(events, 'CAF_RIGHTS')).toEqual([]);
    expect(allowedFor(events, 'MENTORING')).toEqual(['TO_DO']);
    expect(allowedFor(events, 'CIR_SIGNATURE')).toEqual([]);
    expect(contractAfter(events).flatMap(({ state, allowed }) => (allowed ? [state] : []))).toEqual([
      'EXEMPT_FROM_CIR',
      'EXTENDED',
      'OPINION_ISSUED',
      'TERMINATION_NOTICE',
    ]);
  });

  test('every status of every step of the pathway is there once, and no step of another regime', () => {
    const moves = movesAfter([]);
    const { catalogue } = fold({ facts, events: [] }, today);
    expect(moves).toHaveLength(catalogue.steps.length * STEP_STATUSES.length);
    expect(new Set(moves.map(({ step, status }) => `${step} ${status}`)).size).toBe(moves.length);
    expect(moves.filter(({ step }) => step === 'LANGUAGE_MID_TEST')).toEqual([]);
    expect(contractAfter([]).map(({ state }) => state)).toEqual([...CONTRACT_STATES]);
  });

  test('what is refused says why; what comes before its prerequisites says that it would be flagged', () => {
    const of = (step: StepCode, status: string): Move | undefined =>
      movesAfter([]).find((move) => move.step === step && move.status === status);
    expect(of('BANK_ACCOUNT', 'PARTIALLY_DONE')).toEqual({
      step: 'BANK_ACCOUNT',
      status: 'PARTIALLY_DONE',
      allowed: false,
      reason:
        '«\u00a0Ouverture d’un compte bancaire\u00a0» ne peut pas passer de «\u00a0À faire\u00a0» à «\u00a0Partiellement réalisé\u00a0». Choisissez un autre statut, ou retirez d’abord le dernier fait noté.',
    });
    expect(of('BANK_ACCOUNT', 'DONE')).toEqual({ step: 'BANK_ACCOUNT', status: 'DONE', allowed: true });
    expect(of('CAF_RIGHTS', 'DONE')?.flags).toEqual(['prerequisite_missing']);
    expect(of('CAF_RIGHTS', 'REQUESTED')?.flags).toBeUndefined();
  });

  test('an extension says when the ceiling is reached', () => {
    const extended: PathwayEvent[] = [{ contract: 'EXTENDED', on: day('2026-02-01'), months: 12 }];
    expect(contractAfter(extended).find(({ state }) => state === 'EXTENDED')).toEqual({
      state: 'EXTENDED',
      allowed: false,
      reason: 'La prolongation ne peut pas dépasser 12 mois en tout (R.413-4)\u00a0: 12 mois sont déjà accordés.',
    });
  });

  test.each([
    ['the day before it was signed', '2025-08-31', []],
    ['the day it was signed, said again', '2025-09-01', ['DONE']],
    ['the day after', '2025-09-02', []],
  ])('the signature known from the file, %s', (_when, on, expected) => {
    const signature = movesAfter([], day(on)).filter(({ step, allowed }) => step === 'CIR_SIGNATURE' && allowed);
    // What led to a signature may be learnt after it.
    const before = ['REQUESTED', 'SCHEDULED', 'IN_PROGRESS', 'WAITING_THIRD_PARTY'];
    expect(signature.map(({ status }) => status).filter((status) => !before.includes(status))).toEqual(expected);
  });

  test.each([
    ['the day before its closing', '2026-01-31', true],
    ['the day of its closing', '2026-02-01', true],
    ['the day after', '2026-02-02', false],
  ])('%s a file takes what the rules allow; after it, nothing, and each refusal says why', (_when, on, isOpen) => {
    const events: PathwayEvent[] = [{ closure: 'GOALS_MET', on: day('2026-02-01') }];
    const moves = movesAfter(events, day(on));
    expect(moves.some(({ allowed }) => allowed)).toBe(isOpen);
    const closed = 'Ce parcours est clos depuis le 1er février 2026\u00a0: rouvrez-le avant de noter un fait.';
    expect(moves.every(({ reason }) => reason === closed)).toBe(!isOpen);
  });
});

describe('what is offered is what is accepted', () => {
  /** Every move of a history, each asked of the judge as an event of today. */
  function expectSame(history: Given): void {
    const folded = fold(history, WRITTEN);
    const verdict = (event: PathwayEvent): object => {
      const judged = judgeEvent(history, event, WRITTEN);
      if (!judged.accepted) return { allowed: false, reason: judged.reason };
      return judged.flags.length === 0 ? { allowed: true } : { allowed: true, flags: judged.flags };
    };
    for (const { step, status, ...offered } of nextMoves(history, folded)) {
      expect({ step, status, ...offered }).toEqual({ step, status, ...verdict({ step, status, on: WRITTEN }) });
    }
    for (const { state, ...offered } of nextContractMoves(history, folded)) {
      const months = state === 'EXTENDED' ? { months: 1 } : {};
      expect({ state, ...offered }).toEqual({ state, ...verdict({ contract: state, on: WRITTEN, ...months }) });
    }
  }
  const accepted = (drawn: Partial<Facts>, tried: readonly PathwayEvent[]): PathwayEvent[] => {
    const events: PathwayEvent[] = [];
    for (const event of tried) if (judgeEvent({ facts: drawn, events }, event, WRITTEN).accepted) events.push(event);
    return events;
  };
  const anyMade = fc.tuple(anyHistory, anyHomeHistory, anyContractHistory).map((parts) => parts.flat());
  const closing: fc.Arbitrary<PathwayEvent[]> = fc.constantFrom(
    [],
    [],
    [{ closure: 'GOALS_MET', on: WRITTEN } as const],
    [{ closure: 'LOST_CONTACT', on: day('2026-08-01') } as const],
  );
  const signed = fc.constantFrom({}, {}, { cirSignedOn: WRITTEN }, { cirSignedOn: null });

  test('whatever was recorded, step by step and state by state: allowed or not, the reason, the flags', () => {
    fc.assert(
      fc.property(anyFacts, signed, anyMade, closing, (drawn, signature, tried, end) => {
        const known = { ...drawn, ...signature };
        expectSame({ facts: known, events: accepted(known, [...tried, ...end]) });
      }),
      { numRuns: 15 },
    );
  });

  test('and no move out of the table is ever accepted', () => {
    fc.assert(
      fc.property(anyHistory, (tried) => {
        const folded = fold({ facts, events: accepted(facts, tried) }, WRITTEN);
        for (const { number, initial } of folded.catalogue.steps) {
          const history = folded.histories[number] ?? [];
          history.forEach(({ status, because }, index) => {
            // What follows from a fact was recorded by nobody.
            if (because !== null) return;
            expect(ALLOWED_MOVES[history[index - 1]?.status ?? initial]).toContain(status);
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});
