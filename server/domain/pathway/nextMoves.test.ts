import { describe, expect, test } from '@jest/globals';
import { calendarDay as day, type CalendarDay } from '../calendar/calendarDay.ts';
import { judgeEvent } from './advance.ts';
import { CONTRACT_STATES, STEP_STATUSES, type StepCode, type StepStatus } from './codes.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { fold } from './fold.ts';
import { nextContractMoves, nextMoves } from './moves.ts';

const today = day('2026-03-10');
const opened: Partial<Facts> = { caseOpenedOn: day('2025-06-01') };
const signedOn = (on: string): Partial<Facts> => ({ ...opened, cirSignedOn: day(on) });
const on: CalendarDay = day('2026-02-01');

/** The moves of every step, said by status: a step that is not in the list has none. */
function movesOf(facts: Partial<Facts>, events: readonly PathwayEvent[]): Record<string, StepStatus[]> {
  const moves: Record<string, StepStatus[]> = {};
  for (const { step, status, allowed } of nextMoves({ facts, events }, fold({ facts, events }, today)))
    if (allowed) (moves[step] ??= []).push(status);
  for (const list of Object.values(moves)) list.sort();
  return moves;
}

/** The moves that the judge accepts, tried one by one: what is offered is exactly what is accepted. */
function acceptedFor(step: StepCode, facts: Partial<Facts>, events: readonly PathwayEvent[]): StepStatus[] {
  return STEP_STATUSES.filter(
    (status) => judgeEvent({ facts, events }, { step, status, on: today }, today).accepted,
  ).sort();
}

// In alphabetical order, as `movesOf` gives them.
const FROM_TO_DO: StepStatus[] = [
  'CANCELLED',
  'DECLINED',
  'DONE',
  'EXEMPT',
  'IN_PROGRESS',
  'NOT_APPLICABLE',
  'REQUESTED',
  'SCHEDULED',
  'WAITING_THIRD_PARTY',
];
const OPENS: StepStatus[] = ['TO_DO'];

/** Under every rule set, for somebody without protection nor children: to be done from the start, or opened by hand. */
const FOR_ALL =
  'OFII_CONVOCATION RECEPTION_INTERVIEW CIR_SIGNATURE BANK_ACCOUNT DOMICILIATION CAF_RIGHTS PERMIT_RENEWAL OFII_OPINION CIR_CLOSURE CIR_EXTENSION PLACEMENT_TEST LANGUAGE_DECISION LANGUAGE_START LANGUAGE_END LANGUAGE_CERTIFICATION CIVIC_SESSION_1 CIVIC_SESSION_2 CIVIC_EXAM_CSP PES_REGISTRATION JOB_ENTRY SUSTAINABLE_JOB HOUSING_DIAGNOSIS SOCIAL_HOUSING_APPLICATION HOUSING_ACCESS HOUSING_SUSTAINED_3M HOUSING_SUSTAINED_6M HOUSING_SUSTAINED_12M HEALTH_COVER PERMANENT_NIR CSS_REQUEST HEALTH_CHECK GP_REGISTERED';
const BY_HAND =
  'DRIVING_LICENCE_EXCHANGE CIVIC_EXAM_CR DIPLOMA_RECOGNITION VOCATIONAL_TRAINING SIAO_REQUEST DALO_REFERRAL PSYCHOSOCIAL_REFERRAL MENTORING SPORT_CULTURE VOLUNTEERING';
const SINCE_2019 = 'CIR_FINAL_INTERVIEW CIVIC_SESSION_3 CIVIC_SESSION_4 PES_ORIENTATION CAREER_INTERVIEW';

function offered(todo: readonly string[], byHand: readonly string[]): Record<string, StepStatus[]> {
  const words = (lists: readonly string[]): string[] => lists.flatMap((list) => list.split(' '));
  return Object.fromEntries([
    ...words(todo).map((step) => [step, FROM_TO_DO] as const),
    ...words(byHand).map((step) => [step, OPENS] as const),
  ]);
}

describe('on a file where nothing has happened yet, exactly these moves and no other', () => {
  const signed = (moves: Record<string, StepStatus[]>): Record<string, StepStatus[]> => {
    const { CIR_SIGNATURE: _done, ...others } = moves;
    return others;
  };

  test.each([
    ['just opened, planned under CIR-2025', opened, offered([FOR_ALL, SINCE_2019, 'REPUBLIC_COMMITMENT'], [BY_HAND])],
    [
      'signed under CIR-2016',
      signedOn('2018-10-01'),
      signed(offered([FOR_ALL, 'LANGUAGE_MID_TEST'], [BY_HAND, 'POST_CIR_LANGUAGE'])),
    ],
    [
      'signed under CIR-2019',
      signedOn('2019-10-01'),
      signed(offered([FOR_ALL, SINCE_2019, 'LANGUAGE_MID_TEST'], [BY_HAND, 'POST_CIR_LANGUAGE'])),
    ],
    [
      'signed under CIR-2022',
      signedOn('2022-10-01'),
      signed(offered([FOR_ALL, SINCE_2019, 'LANGUAGE_MID_TEST REPUBLIC_COMMITMENT'], [BY_HAND, 'POST_CIR_LANGUAGE'])),
    ],
    [
      'signed under CIR-2025',
      signedOn('2025-10-01'),
      signed(offered([FOR_ALL, SINCE_2019, 'REPUBLIC_COMMITMENT'], [BY_HAND])),
    ],
  ])('%s', (_said, facts, expected) => expect(movesOf(facts, [])).toEqual(expected));

  test('a refugee with children, still in asylum housing, has her own steps, and no civic examination', () => {
    const facts: Partial<Facts> = {
      ...signedOn('2025-10-01'),
      protectionGrantedOn: day('2025-08-01'),
      asylumSupportEndedOn: day('2025-11-01'),
      permitType: 'VLS_TS',
      isParent: true,
    };
    const own =
      'VLSTS_VALIDATION CIVIL_STATUS_RECORDS BPI_PERMIT_APPLICATION BPI_PERMIT_ISSUED AGIR_REFERRAL DNA_EXIT CPH_STAY SCHOOL_ENROLMENT';
    const {
      CIVIC_EXAM_CSP: _csp,
      CIVIC_EXAM_CR: _cr,
      ...expected
    } = signed(offered([FOR_ALL, SINCE_2019, 'REPUBLIC_COMMITMENT', own], [BY_HAND, 'HOPE_PROGRAMME']));
    expect(movesOf(facts, [])).toEqual(expected);
  });

  test('a file that is closed has none', () => {
    expect(movesOf(signedOn('2025-10-01'), [{ closure: 'GOALS_MET', on }])).toEqual({});
  });
});

describe('a step, exactly these moves and no other, offered as accepted', () => {
  const facts = signedOn('2025-10-01');
  const step = 'HEALTH_COVER';
  const went = (...statuses: readonly StepStatus[]): PathwayEvent[] =>
    statuses.map((status, index) => ({ step, status, on: day(`2026-01-${String(index + 1).padStart(2, '0')}`) }));

  test.each<[string, StepStatus[], StepStatus[]]>([
    [
      'requested',
      ['REQUESTED'],
      ['CANCELLED', 'DECLINED', 'DONE', 'EXEMPT', 'IN_PROGRESS', 'REFUSED_BY_BODY', 'SCHEDULED', 'WAITING_THIRD_PARTY'],
    ],
    [
      'scheduled',
      ['SCHEDULED'],
      ['ABANDONED', 'CANCELLED', 'DECLINED', 'DONE', 'IN_PROGRESS', 'SCHEDULED', 'TO_DO', 'WAITING_THIRD_PARTY'],
    ],
    ['in progress', ['IN_PROGRESS'], ['ABANDONED', 'CANCELLED', 'DONE', 'PARTIALLY_DONE', 'WAITING_THIRD_PARTY']],
    [
      'waiting for a third party',
      ['WAITING_THIRD_PARTY'],
      ['ABANDONED', 'DONE', 'IN_PROGRESS', 'REFUSED_BY_BODY', 'SCHEDULED'],
    ],
    ['done', ['DONE'], []],
    ['partially done', ['IN_PROGRESS', 'PARTIALLY_DONE'], ['DONE', 'IN_PROGRESS']],
    ['declined', ['DECLINED'], ['TO_DO']],
    ['exempted', ['EXEMPT'], ['TO_DO']],
    ['refused by the body', ['REQUESTED', 'REFUSED_BY_BODY'], ['TO_DO']],
    ['abandoned', ['SCHEDULED', 'ABANDONED'], ['TO_DO']],
    ['without object', ['NOT_APPLICABLE'], ['TO_DO']],
    ['cancelled', ['CANCELLED'], []],
    ['declined, then taken up again', ['DECLINED', 'TO_DO'], FROM_TO_DO],
  ])('%s', (_said, statuses, expected) => {
    const events = went(...statuses);
    expect(movesOf(facts, events)[step] ?? []).toEqual(expected);
    expect(acceptedFor(step, facts, events)).toEqual(expected);
  });
});

describe('the contract, exactly these moves and no other, offered as accepted', () => {
  const said = (contract: Extract<PathwayEvent, { contract: unknown }>['contract'], months?: number): PathwayEvent => ({
    contract,
    on,
    ...(months === undefined ? {} : { months }),
  });
  const signed = signedOn('2025-10-01');

  test.each<[string, Partial<Facts>, PathwayEvent[], string[]]>([
    ['not convened', opened, [], ['CONVENED', 'EXEMPT_FROM_CIR']],
    ['convened', opened, [said('CONVENED')], ['ABSENT_AT_PLATFORM', 'DECLINED_OPTIONAL', 'SIGNED']],
    ['absent', opened, [said('CONVENED'), said('ABSENT_AT_PLATFORM')], ['CONVENED']],
    [
      'absent twice',
      opened,
      [said('CONVENED'), said('ABSENT_AT_PLATFORM'), said('CONVENED'), said('ABSENT_AT_PLATFORM')],
      ['CONVENED'],
    ],
    ['declined, where it was optional', opened, [said('CONVENED'), said('DECLINED_OPTIONAL')], ['SIGNED']],
    ['exempted', { ...opened, exemption: 'L413_5_1' }, [], []],
    ['signed', signed, [], ['EXEMPT_FROM_CIR', 'EXTENDED', 'OPINION_ISSUED', 'TERMINATION_NOTICE']],
    ['extended by 6 months', signed, [said('EXTENDED', 6)], ['EXTENDED', 'OPINION_ISSUED', 'TERMINATION_NOTICE']],
    [
      'extended to the ceiling',
      signed,
      [said('EXTENDED', 6), said('EXTENDED', 6)],
      ['OPINION_ISSUED', 'TERMINATION_NOTICE'],
    ],
    [
      'extended to the ceiling before the file was opened',
      { ...signed, extensionMonths: 12 },
      [],
      ['OPINION_ISSUED', 'TERMINATION_NOTICE'],
    ],
    ['termination notified', signed, [said('TERMINATION_NOTICE')], ['SIGNED', 'TERMINATED']],
    [
      'notice withdrawn',
      signed,
      [said('TERMINATION_NOTICE'), said('SIGNED')],
      ['EXEMPT_FROM_CIR', 'EXTENDED', 'OPINION_ISSUED', 'TERMINATION_NOTICE'],
    ],
    ['terminated', signed, [said('TERMINATION_NOTICE'), said('TERMINATED')], []],
    ['opinion issued', signed, [said('OPINION_ISSUED')], ['CLOSED_NOT_RESPECTED', 'CLOSED_RESPECTED']],
    ['closed, respected', signed, [said('OPINION_ISSUED'), said('CLOSED_RESPECTED')], []],
    ['closed, not respected', signed, [said('OPINION_ISSUED'), said('CLOSED_NOT_RESPECTED')], []],
    ['of a follow-up that is closed', signed, [{ closure: 'LEFT_FRANCE', on }], []],
  ])('%s', (_said, facts, events, expected) => {
    const accepted = CONTRACT_STATES.filter(
      (contract) => judgeEvent({ facts, events }, { contract, on: today, months: 1 }, today).accepted,
    );
    expect(accepted.sort()).toEqual(expected);
    const offers = nextContractMoves({ facts, events }, fold({ facts, events }, today));
    expect(offers.flatMap(({ state, allowed }) => (allowed ? [state] : [])).sort()).toEqual(expected);
  });
});
