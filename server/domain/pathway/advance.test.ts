import { describe, expect, test } from '@jest/globals';
import { calendarDay as day, plusDays } from '../calendar/calendarDay.ts';
import { judgeEvent } from './advance.ts';
import type { StepCode } from './codes.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { fold } from './fold.ts';

const facts: Partial<Facts> = {
  cirSignedOn: day('2025-09-01'),
  caseOpenedOn: day('2025-09-01'),
  enteredFranceOn: day('2025-05-01'),
};
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
    expect(judge({ step: 'CAF_RIGHTS', status: 'DECLINED', on: day('2026-01-15') }, history)).toBe(
      'CONFLICT step_order_not_allowed',
    );
  });

  test('a step of another regime is not of this pathway', () => {
    expect(judge({ step: 'LANGUAGE_MID_TEST', status: 'DONE', on: today })).toBe('CONFLICT step_not_in_pathway');
    expect(judge({ step: 'LANGUAGE_END', status: 'IN_PROGRESS', on: today })).toBe('accepted');
  });

  test('a step recorded before its prerequisite is accepted and flagged', () => {
    expect(judgeEvent({ facts, events: [] }, { step: 'CAF_RIGHTS', status: 'DONE', on: today }, today)).toEqual({
      accepted: true,
      flags: ['prerequisite_missing'],
    });
  });

  test.each([
    [11, 'accepted'],
    [12, 'accepted'],
    [13, 'CONFLICT extension_over_ceiling'],
  ])('the prefect extends the contract by %s months', (months, expected) => {
    expect(judge({ contract: 'EXTENDED', on: today, months })).toBe(expected);
  });

  test('months already granted in the file count, and a further extension may follow under the ceiling', () => {
    const granted: PathwayEvent[] = [{ contract: 'EXTENDED', on: day('2026-02-01'), months: 6 }];
    expect(judge({ contract: 'EXTENDED', on: today, months: 6 }, granted)).toBe('accepted');
    expect(judge({ contract: 'EXTENDED', on: today, months: 7 }, granted)).toBe('CONFLICT extension_over_ceiling');
    const given = { facts: { ...facts, extensionMonths: 6 }, events: [] };
    const judged = judgeEvent(given, { contract: 'EXTENDED', on: today, months: 7 }, today);
    expect(judged).toMatchObject({ accepted: false, code: 'extension_over_ceiling' });
    expect(judge({ contract: 'EXTENDED', on: today })).toBe('INVALID months_missing');
  });

  test('a state of the contract learnt late takes its place, if it may', () => {
    expect(judge({ contract: 'CONVENED', on: day('2025-08-01') })).toBe('accepted');
    expect(judge({ contract: 'CONVENED', on: day('2025-10-01') })).toBe('CONFLICT contract_move_not_allowed');
    const ended: PathwayEvent[] = [
      { contract: 'TERMINATION_NOTICE', on: day('2026-01-01') },
      { contract: 'TERMINATED', on: day('2026-02-01') },
    ];
    expect(judge({ contract: 'SIGNED', on: day('2026-01-15') }, ended)).toBe('CONFLICT contract_order_not_allowed');
  });

  test('the signature said twice for one day is one signature', () => {
    expect(judge({ contract: 'SIGNED', on: day('2025-09-01') })).toBe('accepted');
    expect(judge({ step: 'CIR_SIGNATURE', status: 'DONE', on: day('2025-09-01') })).toBe('accepted');
    expect(judge({ step: 'CIR_SIGNATURE', status: 'DONE', on: day('2025-09-02') })).toBe(
      'CONFLICT step_move_not_allowed',
    );
  });

  test('a file without signature takes one by the step, and its rule set with it', () => {
    const unsigned = { caseOpenedOn: day('2025-06-01') };
    const signing: PathwayEvent = { step: 'CIR_SIGNATURE', status: 'DONE', on: day('2025-07-17') };
    expect(judgeEvent({ facts: unsigned, events: [] }, signing, today)).toEqual({
      accepted: true,
      flags: ['prerequisite_missing'],
    });
    const folded = fold({ facts: unsigned, events: [signing] }, today);
    expect([folded.contractRuleSet, folded.contract.at(-1)?.state, folded.cirEndsOn]).toEqual([
      'CIR-2022',
      'SIGNED',
      '2026-07-17',
    ]);
  });

  test('what was already out of order is not held against a new fact', () => {
    const imported: PathwayEvent[] = [{ step: 'MENTORING', status: 'DONE', on: day('2025-12-01') }];
    expect(judge({ step: 'HEALTH_COVER', status: 'DONE', on: today }, imported)).toBe('accepted');
    expect(judge({ step: 'MENTORING', status: 'TO_DO', on: today }, imported)).toBe('CONFLICT step_move_not_allowed');
  });

  test('a step that only some people need is opened before it is done', () => {
    expect(judge({ step: 'MENTORING', status: 'DONE', on: today })).toBe('CONFLICT step_move_not_allowed');
    const opened: PathwayEvent[] = [{ id: 'o', step: 'MENTORING', status: 'TO_DO', on: day('2026-01-01') }];
    expect(judge({ step: 'MENTORING', status: 'DONE', on: today }, opened)).toBe('accepted');
    const done: PathwayEvent[] = [...opened, { step: 'MENTORING', status: 'DONE', on: day('2026-02-01') }];
    expect(judge({ retracts: 'o' }, done)).toBe('CONFLICT step_order_not_allowed');
  });

  test.each<[StepCode, string]>([
    ['LANGUAGE_DECISION', 'PRESCRIBED'],
    ['PLACEMENT_TEST', 'A1'],
    ['OFII_CONVOCATION', ''],
    ['CIVIC_SESSION_4', ''],
  ])('%s goes from « to do » to « done » at once, as a list tells it', (step, outcome) => {
    const event: PathwayEvent = { step, status: 'DONE', on: day('2025-09-01'), ...(outcome && { outcome }) };
    expect(judgeEvent({ facts, events: [] }, event, today).accepted).toBe(true);
  });

  test('what is put in the place of a step, or of a retraction, leaves sequences that are in the table', () => {
    const on = day('2026-01-10');
    const pause = { pause: 'TRAVEL', on, until: on } as const;
    const opened: PathwayEvent[] = [
      { id: 'o', step: 'MENTORING', status: 'TO_DO', on: day('2026-01-01') },
      { id: 'd', step: 'MENTORING', status: 'DONE', on: day('2026-02-01') },
    ];
    expect(judge({ ...pause, corrects: 'o' }, opened)).toBe('CONFLICT step_order_not_allowed');
    expect(judge({ ...pause, corrects: 'd' }, opened)).toBe('accepted');
    const takenBack: PathwayEvent[] = [
      { id: 'e', step: 'LANGUAGE_END', status: 'DECLINED', on: day('2026-01-01') },
      { id: 'r', retracts: 'e' },
      { step: 'LANGUAGE_END', status: 'IN_PROGRESS', on: day('2026-02-01') },
    ];
    for (const event of [pause, { contact: 'REACHED', on } as const, { handover: true, on } as const])
      expect(judge({ ...event, corrects: 'r' }, takenBack)).toBe('CONFLICT step_order_not_allowed');
  });

  test('months given back by retracting a retraction stay under the ceiling', () => {
    const extended = (id: string, months: number): PathwayEvent => ({ id, contract: 'EXTENDED', months, on: today });
    const events: PathwayEvent[] = [extended('x', 6), { id: 'r', retracts: 'x' }];
    expect(judge({ retracts: 'r' }, [...events, extended('y', 6)])).toBe('accepted');
    expect(judge({ retracts: 'r' }, [...events, extended('y', 7)])).toBe('CONFLICT extension_over_ceiling');
  });

  test('asylum housing is extended once, a stay in a CPH as often as needed', () => {
    const housed = { ...facts, protectionGrantedOn: day('2025-08-01'), asylumSupportEndedOn: day('2025-10-01') };
    const extend = (extension: 'DNA_EXIT' | 'CPH_STAY', times: number): boolean =>
      judgeEvent(
        {
          facts: housed,
          events: Array.from({ length: times }, (): PathwayEvent => ({ extension, on: day('2026-01-01') })),
        },
        { extension, on: today },
        today,
      ).accepted;
    expect([extend('DNA_EXIT', 0), extend('DNA_EXIT', 1)]).toEqual([true, false]);
    expect([extend('CPH_STAY', 0), extend('CPH_STAY', 1), extend('CPH_STAY', 5)]).toEqual([true, true, true]);
    expect(judge({ extension: 'DNA_EXIT', on: today })).toBe('CONFLICT step_not_in_pathway');
  });

  test.each([
    ['2025-11-30', 'CONFLICT nothing_to_silence'],
    ['2025-12-01', 'accepted'],
    ['2025-12-02', 'accepted'],
  ])('a silence from %s, when the civic training is watched from 1 December', (on, expected) => {
    const until = day('2026-01-10');
    const judged = judgeEvent(
      { facts, events: [] },
      { silence: 'CIVIC_ABSENCE', on: day(on), until, reason: 'OTHER' },
      until,
    );
    expect(judged.accepted ? 'accepted' : `${judged.kind} ${judged.code}`).toBe(expected);
  });

  test.each([
    [15, 'accepted'],
    [16, 'INVALID silence_too_long'],
  ])('a critical stall is silenced for %s days', (days, expected) => {
    const expired = { ...facts, permitExpiresOn: day('2026-02-28') };
    const event: PathwayEvent = {
      silence: 'PROOF_OF_STAY_GAP',
      on: today,
      until: plusDays(today, days),
      reason: 'REQUEST_FILED',
    };
    const judged = judgeEvent({ facts: expired, events: [] }, event, today);
    expect(judged.accepted ? 'accepted' : `${judged.kind} ${judged.code}`).toBe(expected);
  });

  test('the contract follows its own table', () => {
    expect(judge({ contract: 'TERMINATED', on: today })).toBe('CONFLICT contract_move_not_allowed');
    expect(
      judge({ contract: 'TERMINATED', on: today }, [{ contract: 'TERMINATION_NOTICE', on: day('2026-02-01') }]),
    ).toBe('accepted');
  });

  test.each([
    [89, 'accepted'],
    [90, 'accepted'],
    [91, 'INVALID silence_too_long'],
  ])('a stall is silenced for %s days', (days, expected) => {
    expect(
      judge({ silence: 'NO_HEALTH_COVER', on: today, until: plusDays(today, days), reason: 'REQUEST_FILED' }),
    ).toBe(expected);
  });

  test('nothing is silenced where nothing is signalled', () => {
    expect(judge({ silence: 'LANGUAGE_WAIT', on: today, until: today, reason: 'OTHER' })).toBe(
      'CONFLICT nothing_to_silence',
    );
  });

  test('a pause corrected twice is not in its own way', () => {
    const pauses: PathwayEvent[] = [
      { id: 'p', pause: 'TRAVEL', on: day('2026-01-01'), until: day('2026-01-10') },
      { id: 'c', pause: 'TRAVEL', on: day('2026-01-01'), until: day('2026-01-12'), corrects: 'p' },
    ];
    const longer: PathwayEvent = { pause: 'TRAVEL', on: day('2026-01-01'), until: day('2026-01-20'), corrects: 'c' };
    expect(judge(longer, pauses)).toBe('accepted');
    expect(judge({ ...longer, corrects: 'p' }, pauses)).toBe('CONFLICT event_not_found');
  });

  test('two pauses never cover the same day', () => {
    const pause: PathwayEvent = { pause: 'TRAVEL', on: day('2026-01-01'), until: day('2026-01-10') };
    expect(judge({ pause: 'ILLNESS', on: day('2026-01-10'), until: day('2026-01-12') }, [pause])).toBe(
      'CONFLICT pause_overlaps',
    );
    expect(judge({ pause: 'ILLNESS', on: day('2026-01-11'), until: day('2026-01-12') }, [pause])).toBe('accepted');
  });
});
