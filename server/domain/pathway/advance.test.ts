import { describe, expect, test } from '@jest/globals';
import { calendarDay as day } from '../calendar/calendarDay.ts';
import { judgeEvent, nextMoves } from './advance.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { fold } from './fold.ts';

const facts: Partial<Facts> = { cirSignedOn: day('2025-09-01'), caseOpenedOn: day('2025-09-01'), enteredFranceOn: day('2025-05-01') };
const today = day('2026-03-10');
const judge = (event: PathwayEvent, events: PathwayEvent[] = []): unknown => {
  const judged = judgeEvent({ facts, events }, event, today);
  return judged.accepted ? 'accepted' : `${judged.kind} ${judged.code}`;
};

describe('what may be recorded', () => {
  test.each([
    ['the day before today', '2026-03-09', 'accepted'],
    ['today', '2026-03-10', 'accepted'],
    ['the day after today', '2026-03-11', 'INVALID date_in_future'],
  ])('a fact dated %s', (_when, on, expected) => {
    expect(judge({ step: 'HEALTH_COVER', status: 'REQUESTED', on: day(on) })).toBe(expected);
  });

  test('a move of the table is accepted, one that is not in it is refused', () => {
    expect(judge({ step: 'HEALTH_COVER', status: 'DONE', on: today })).toBe('accepted');
    expect(judge({ step: 'HEALTH_COVER', status: 'PARTIALLY_DONE', on: today })).toBe('CONFLICT step_move_not_allowed');
  });

  test('what is done is done: only a correction or a retraction changes it', () => {
    const done: PathwayEvent = { id: 'e1', step: 'HEALTH_COVER', status: 'DONE', on: day('2026-02-01') };
    expect(judge({ step: 'HEALTH_COVER', status: 'TO_DO', on: today }, [done])).toBe('CONFLICT step_move_not_allowed');
    expect(judge({ step: 'HEALTH_COVER', status: 'REQUESTED', on: today, corrects: 'e1' }, [done])).toBe('accepted');
    expect(judge({ retracts: 'e1', on: today }, [done])).toBe('accepted');
    expect(judge({ retracts: 'e2', on: today }, [done])).toBe('CONFLICT event_not_found');
  });

  test('a fact learnt late must still fit between what came before and after', () => {
    const history: PathwayEvent[] = [{ step: 'CAF_RIGHTS', status: 'DONE', on: day('2026-02-01') }];
    expect(judge({ step: 'CAF_RIGHTS', status: 'REQUESTED', on: day('2026-01-15') }, history)).toBe('accepted');
    expect(judge({ step: 'CAF_RIGHTS', status: 'DECLINED', on: day('2026-01-15') }, history)).toBe('CONFLICT step_order_not_allowed');
  });

  test('a step of another regime is not of this pathway', () => {
    expect(judge({ step: 'LANGUAGE_MID_TEST', status: 'DONE', on: today })).toBe('CONFLICT step_not_in_pathway');
    expect(judge({ step: 'LANGUAGE_END', status: 'IN_PROGRESS', on: today })).toBe('accepted');
  });

  test('a step recorded before its prerequisite is accepted and flagged', () => {
    expect(judgeEvent({ facts, events: [] }, { step: 'CAF_RIGHTS', status: 'DONE', on: today }, today)).toEqual({ accepted: true, flags: ['prerequisite_missing'] });
  });

  test.each([
    [11, 'accepted'],
    [12, 'accepted'],
    [13, 'CONFLICT extension_over_ceiling'],
  ])('the prefect extends the contract by %s months', (months, expected) => {
    expect(judge({ contract: 'EXTENDED', on: today, months })).toBe(expected);
  });

  test('the contract follows its own table', () => {
    expect(judge({ contract: 'TERMINATED', on: today })).toBe('CONFLICT contract_move_not_allowed');
    expect(judge({ contract: 'TERMINATED', on: today }, [{ contract: 'TERMINATION_NOTICE', on: day('2026-02-01') }])).toBe('accepted');
  });

  test.each([
    [89, 'accepted'],
    [90, 'accepted'],
    [91, 'INVALID silence_too_long'],
  ])('a stall is silenced for %s days', (days, expected) => {
    const until = new Date(Date.UTC(2026, 2, 10 + days)).toISOString().slice(0, 10);
    expect(judge({ silence: 'NO_HEALTH_COVER', on: today, until: day(until), reason: 'REQUEST_FILED' })).toBe(expected);
  });

  test('nothing is silenced where nothing is signalled', () => {
    expect(judge({ silence: 'LANGUAGE_WAIT', on: today, until: today, reason: 'OTHER' })).toBe('CONFLICT nothing_to_silence');
  });

  test('two pauses never cover the same day', () => {
    const pause: PathwayEvent = { pause: 'TRAVEL', on: day('2026-01-01'), until: day('2026-01-10') };
    expect(judge({ pause: 'ILLNESS', on: day('2026-01-10'), until: day('2026-01-12') }, [pause])).toBe('CONFLICT pause_overlaps');
    expect(judge({ pause: 'ILLNESS', on: day('2026-01-11'), until: day('2026-01-12') }, [pause])).toBe('accepted');
  });
});

describe('what may come next', () => {
  test('for cover requested, exactly these moves and no other', () => {
    const folded = fold({ facts, events: [{ step: 'HEALTH_COVER', status: 'REQUESTED', on: day('2026-02-01') }] }, today);
    const next = nextMoves(folded).filter(({ step }) => step === 'HEALTH_COVER').map(({ status, allowed }) => `${status} ${allowed}`);
    expect(next.sort()).toEqual(['CANCELLED true', 'DECLINED true', 'DONE true', 'EXEMPT true', 'IN_PROGRESS true', 'REFUSED_BY_BODY true', 'SCHEDULED true', 'WAITING_THIRD_PARTY true']);
  });

  test('on a closed file nothing is offered, and each refusal says why', () => {
    const folded = fold({ facts, events: [{ closure: 'GOALS_MET', on: day('2026-02-01') }] }, today);
    expect(nextMoves(folded).every(({ allowed, reason }) => !allowed && reason === 'Ce parcours est clos depuis le 1er février 2026.')).toBe(true);
    expect(judge({ step: 'HEALTH_COVER', status: 'DONE', on: today }, [{ closure: 'GOALS_MET', on: day('2026-02-01') }])).toBe('CONFLICT pathway_closed');
  });
});
