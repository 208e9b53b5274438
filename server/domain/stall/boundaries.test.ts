import { describe, expect, test } from '@jest/globals';
import { calendarDay as day, plusDays } from '../calendar/calendarDay.ts';
import { STALL_RULES, type StallRuleCode } from '../pathway/codes.ts';
import type { PathwayEvent } from '../pathway/events.ts';
import type { Facts } from '../pathway/facts.ts';
import { planPathway } from '../pathway/plan.ts';

interface Situation {
  readonly rule: StallRuleCode;
  readonly said: string;
  readonly facts: Partial<Facts>;
  readonly events?: readonly PathwayEvent[];
  /** First day of the warning, and last day in time, as literal days: nothing here computes them. */
  readonly warnOn: string;
  readonly limitOn: string;
  readonly clearedBy?: PathwayEvent;
}

const signed = { cirSignedOn: day('2025-08-31'), caseOpenedOn: day('2025-08-31') };
const protectedOn = { protectionGrantedOn: day('2025-11-30'), protectionKind: 'REFUGEE' as const };
const prescribed: PathwayEvent = {
  step: 'LANGUAGE_DECISION',
  status: 'DONE',
  on: day('2025-09-03'),
  outcome: 'PRESCRIBED',
};
const done = (step: Extract<PathwayEvent, { step: unknown }>['step'], on: string): PathwayEvent => ({
  step,
  status: 'DONE',
  on: day(on),
});

const situations: readonly Situation[] = [
  {
    rule: 'NO_CONTACT',
    said: '60 days after the last contact',
    facts: signed,
    events: [{ contact: 'REACHED', on: day('2025-12-31') }],
    warnOn: '2026-02-14',
    limitOn: '2026-03-01',
    clearedBy: { contact: 'REACHED', on: day('2026-03-02') },
  },
  {
    rule: 'NO_CONTACT',
    said: '60 days after the opening, nobody ever reached',
    facts: signed,
    events: [{ contact: 'NO_ANSWER', on: day('2025-10-01') }],
    warnOn: '2025-10-15',
    limitOn: '2025-10-30',
    clearedBy: { contact: 'REACHED', on: day('2025-10-31') },
  },
  {
    rule: 'CIR_NOT_SIGNED',
    said: '90 days after the first permit',
    facts: { firstPermitOn: day('2025-11-30') },
    warnOn: '2026-01-29',
    limitOn: '2026-02-28',
    clearedBy: done('CIR_SIGNATURE', '2026-03-01'),
  },
  {
    rule: 'LANGUAGE_WAIT',
    said: '60 days after the decision',
    facts: signed,
    events: [prescribed],
    warnOn: '2025-10-18',
    limitOn: '2025-11-02',
    clearedBy: { step: 'LANGUAGE_START', status: 'IN_PROGRESS', on: day('2025-11-03') },
  },
  {
    rule: 'CIVIC_ABSENCE',
    said: '4 months after the signature',
    facts: signed,
    events: [done('CIVIC_SESSION_1', '2025-09-10'), done('CIVIC_SESSION_2', '2025-09-11')],
    warnOn: '2025-11-30',
    limitOn: '2025-12-31',
    clearedBy: done('CIVIC_SESSION_4', '2026-01-01'),
  },
  {
    rule: 'CIR_EXPIRY',
    said: 'the end of the contract',
    facts: signed,
    events: [prescribed],
    warnOn: '2026-07-02',
    limitOn: '2026-08-31',
    clearedBy: { contract: 'TERMINATED', on: day('2026-09-01') },
  },
  {
    rule: 'CIR_EXPIRY',
    said: 'the end of the contract, extended by 6 months to the end of February',
    facts: { ...signed, extensionMonths: 6 },
    events: [prescribed],
    warnOn: '2026-12-30',
    limitOn: '2027-02-28',
    clearedBy: { contract: 'CLOSED_RESPECTED', on: day('2027-03-01') },
  },
  {
    rule: 'FINAL_INTERVIEW_OVERDUE',
    said: '9 months after the training starts',
    facts: signed,
    events: [prescribed, done('LANGUAGE_START', '2025-10-31')],
    warnOn: '2026-07-01',
    limitOn: '2026-07-31',
    clearedBy: done('CIR_FINAL_INTERVIEW', '2026-08-01'),
  },
  {
    rule: 'FINAL_INTERVIEW_OVERDUE',
    said: 'under CIR-2022, 3 months after the training ends',
    facts: { cirSignedOn: day('2024-01-10'), caseOpenedOn: day('2024-01-10') },
    events: [
      done('CIVIC_SESSION_1', '2024-02-01'),
      done('CIVIC_SESSION_2', '2024-02-02'),
      done('CIVIC_SESSION_3', '2024-05-31'),
    ],
    warnOn: '2024-08-01',
    limitOn: '2024-08-31',
    clearedBy: done('CIR_FINAL_INTERVIEW', '2024-09-01'),
  },
  {
    rule: 'PERMIT_RENEWAL_WINDOW',
    said: '60 days before the permit ends',
    facts: { permitExpiresOn: day('2026-07-16') },
    warnOn: '2026-03-18',
    limitOn: '2026-05-17',
    clearedBy: { step: 'PERMIT_RENEWAL', status: 'REQUESTED', on: day('2026-05-18') },
  },
  {
    rule: 'PROOF_OF_STAY_GAP',
    said: 'the end of the permit',
    facts: { permitExpiresOn: day('2026-02-28') },
    warnOn: '2026-01-29',
    limitOn: '2026-02-28',
  },
  {
    rule: 'PROOF_OF_STAY_GAP',
    said: '3 months after the certificate',
    facts: { permitExpiresOn: day('2026-01-15'), stayCertificateOn: day('2025-11-30') },
    warnOn: '2026-01-29',
    limitOn: '2026-02-28',
  },
  {
    rule: 'PROOF_OF_STAY_GAP',
    said: '6 months after the certificate of a BPI',
    facts: { ...protectedOn, stayCertificateOn: day('2025-08-31') },
    warnOn: '2026-01-29',
    limitOn: '2026-02-28',
  },
  {
    rule: 'BPI_CARD_LATE',
    said: '3 months after the decision',
    facts: protectedOn,
    warnOn: '2026-01-30',
    limitOn: '2026-02-28',
    clearedBy: done('BPI_PERMIT_ISSUED', '2026-03-01'),
  },
  {
    rule: 'CIVIL_STATUS_LATE',
    said: '310 days after the decision',
    facts: protectedOn,
    warnOn: '2026-07-28',
    limitOn: '2026-10-06',
    clearedBy: done('CIVIL_STATUS_RECORDS', '2026-10-07'),
  },
  {
    rule: 'ASYLUM_HOUSING_OVERSTAY',
    said: '3 months after the support ends',
    facts: { ...protectedOn, asylumSupportEndedOn: day('2025-11-30') },
    warnOn: '2026-01-30',
    limitOn: '2026-02-28',
    clearedBy: done('DNA_EXIT', '2026-03-01'),
  },
  {
    rule: 'ASYLUM_HOUSING_OVERSTAY',
    said: '6 months when extended, and no more when extended twice',
    facts: { ...protectedOn, asylumSupportEndedOn: day('2025-11-30') },
    events: [
      { extension: 'DNA_EXIT', on: day('2026-01-15') },
      { extension: 'DNA_EXIT', on: day('2026-02-15') },
    ],
    warnOn: '2026-04-30',
    limitOn: '2026-05-30',
    clearedBy: done('DNA_EXIT', '2026-05-31'),
  },
  {
    rule: 'REFUGEE_HOUSING_OVERSTAY',
    said: '9 months after the entry',
    facts: { ...protectedOn, refugeeHousingEnteredOn: day('2025-05-31') },
    warnOn: '2025-12-31',
    limitOn: '2026-02-28',
    clearedBy: done('CPH_STAY', '2026-03-01'),
  },
  {
    rule: 'REFUGEE_HOUSING_OVERSTAY',
    said: '15 months when extended twice',
    facts: { ...protectedOn, refugeeHousingEnteredOn: day('2025-05-31') },
    events: [
      { extension: 'CPH_STAY', on: day('2026-01-15') },
      { extension: 'CPH_STAY', on: day('2026-02-15') },
    ],
    warnOn: '2026-06-30',
    limitOn: '2026-08-31',
    clearedBy: done('CPH_STAY', '2026-09-01'),
  },
  {
    rule: 'INCOME_GAP',
    said: 'the last day of the month after that of the decision',
    facts: { ...protectedOn, protectionGrantedOn: day('2026-01-31') },
    warnOn: '2026-02-13',
    limitOn: '2026-02-28',
    clearedBy: done('JOB_ENTRY', '2026-03-01'),
  },
  {
    rule: 'NO_HEALTH_COVER',
    said: '3 months after the opening',
    facts: { caseOpenedOn: day('2025-11-30') },
    warnOn: '2026-01-30',
    limitOn: '2026-02-28',
    clearedBy: done('HEALTH_COVER', '2026-03-01'),
  },
  {
    rule: 'NO_HEALTH_COVER',
    said: '1 month for a BPI',
    facts: { ...protectedOn, caseOpenedOn: day('2026-01-31') },
    warnOn: '2026-02-15',
    limitOn: '2026-02-28',
    clearedBy: done('HEALTH_COVER', '2026-03-01'),
  },
  {
    rule: 'LICENCE_DEADLINE',
    said: '11 months after the certificate, once opened',
    facts: { stayCertificateOn: day('2025-07-31') },
    events: [{ step: 'DRIVING_LICENCE_EXCHANGE', status: 'TO_DO', on: day('2025-09-01') }],
    warnOn: '2026-04-30',
    limitOn: '2026-06-30',
    clearedBy: { step: 'DRIVING_LICENCE_EXCHANGE', status: 'NOT_APPLICABLE', on: day('2026-07-01') },
  },
  {
    rule: 'PES_NO_REGISTRATION',
    said: '60 days after the orientation',
    facts: signed,
    events: [done('PES_ORIENTATION', '2025-12-31')],
    warnOn: '2026-01-30',
    limitOn: '2026-03-01',
    clearedBy: { step: 'PES_REGISTRATION', status: 'DECLINED', on: day('2026-03-02') },
  },
  {
    rule: 'HANDOVER_NO_CONTACT',
    said: '21 days after the handover',
    facts: signed,
    events: [
      { contact: 'REACHED', on: day('2026-02-07') },
      { handover: true, on: day('2026-02-08') },
    ],
    warnOn: '2026-02-22',
    limitOn: '2026-03-01',
    clearedBy: { contact: 'REACHED', on: day('2026-03-02') },
  },
  {
    rule: 'NO_OUTCOME_12M',
    said: '12 months after the opening',
    facts: { caseOpenedOn: day('2024-02-29') },
    warnOn: '2024-12-29',
    limitOn: '2025-02-28',
    clearedBy: { step: 'VOCATIONAL_TRAINING', status: 'IN_PROGRESS', on: day('2025-03-01') },
  },
];

function look({ rule, facts, events = [] }: Situation, today: string, more: readonly PathwayEvent[] = []): unknown {
  const { stalls } = planPathway({ facts, events: [...events, ...more], today: day(today) });
  const found = stalls.find((stall) => stall.rule === rule);
  return found === undefined ? 'none' : found.since === null ? found.state : `${found.state} since ${found.since}`;
}

describe.each(situations.map((situation) => [situation.rule, situation.said, situation] as const))(
  '%s: %s',
  (_rule, _said, situation) => {
    const { warnOn, limitOn, clearedBy } = situation;
    const after = (count: number): string => plusDays(day(limitOn), count);

    test('is watched from the day of the warning, not the day before', () => {
      expect(look(situation, plusDays(day(warnOn), -1))).toBe('none');
      expect(look(situation, warnOn)).toBe('WATCH');
    });

    test('is in time the day before the limit and on the limit day, stalled the day after', () => {
      expect(look(situation, after(-1))).toBe('WATCH');
      expect(look(situation, limitOn)).toBe('WATCH');
      expect(look(situation, after(1))).toBe(`STALLED since ${after(1)}`);
      expect(look(situation, after(40))).toBe(`STALLED since ${after(1)}`);
    });

    test('is gone on the day of what clears it', () => {
      if (clearedBy === undefined) return;
      expect(look(situation, after(2), [clearedBy])).toBe('none');
      expect(look(situation, after(1), [clearedBy])).toBe('none');
    });
  },
);

test('every rule with a limit has its situation; those by count, ratio or test have none', () => {
  const limitless = ['PLATFORM_NO_SHOW', 'LANGUAGE_ATTENDANCE', 'LANGUAGE_NO_PROGRESS'];
  expect([...new Set(situations.map(({ rule }) => rule))].sort()).toEqual(
    STALL_RULES.filter((rule) => !limitless.includes(rule)).sort(),
  );
});
