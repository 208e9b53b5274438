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
  {
    rule: 'NO_CONTACT',
    said: '60 days after the last contact, to a leap day',
    facts: signed,
    events: [{ contact: 'REACHED', on: day('2023-12-31') }],
    warnOn: '2024-02-14',
    limitOn: '2024-02-29',
    clearedBy: { contact: 'REACHED', on: day('2024-03-01') },
  },
  {
    rule: 'CIR_NOT_SIGNED',
    said: '90 days after the first permit, to a leap day',
    facts: { firstPermitOn: day('2023-12-01') },
    warnOn: '2024-01-30',
    limitOn: '2024-02-29',
    clearedBy: { contract: 'DECLINED_OPTIONAL', on: day('2024-03-01') },
  },
  {
    rule: 'LANGUAGE_WAIT',
    said: '60 days over a leap day',
    facts: { cirSignedOn: day('2024-01-01'), caseOpenedOn: day('2024-01-01') },
    events: [{ ...prescribed, on: day('2024-01-01'), outcome: 'OFFERED_ACCEPTED' }],
    warnOn: '2024-02-15',
    limitOn: '2024-03-01',
    clearedBy: done('LANGUAGE_START', '2024-03-02'),
  },
  {
    rule: 'CIVIC_ABSENCE',
    said: '4 months after a 29 February',
    facts: { cirSignedOn: day('2024-02-29'), caseOpenedOn: day('2024-02-29') },
    events: [done('CIVIC_SESSION_1', '2024-03-10'), done('CIVIC_SESSION_2', '2024-03-11')],
    warnOn: '2024-05-29',
    limitOn: '2024-06-29',
    clearedBy: done('CIVIC_SESSION_3', '2024-06-30'),
  },
  {
    rule: 'CIVIC_ABSENCE',
    said: '4 months after a 31 October, to a leap day',
    facts: { cirSignedOn: day('2023-10-31'), caseOpenedOn: day('2023-10-31') },
    warnOn: '2024-01-31',
    limitOn: '2024-02-29',
  },
  {
    rule: 'CIVIC_ABSENCE',
    said: 'under CIR-2016, two sessions are enough',
    facts: { cirSignedOn: day('2018-10-31'), caseOpenedOn: day('2018-10-31') },
    events: [done('CIVIC_SESSION_1', '2018-11-10')],
    warnOn: '2019-01-31',
    limitOn: '2019-02-28',
    clearedBy: done('CIVIC_SESSION_2', '2019-03-01'),
  },
  {
    rule: 'CIR_EXPIRY',
    said: 'a contract signed on a 29 February ends on a 28',
    facts: { cirSignedOn: day('2024-02-29'), caseOpenedOn: day('2024-02-29') },
    events: [prescribed],
    warnOn: '2024-12-30',
    limitOn: '2025-02-28',
    clearedBy: { contract: 'CLOSED_NOT_RESPECTED', on: day('2025-03-01') },
  },
  {
    rule: 'CIR_EXPIRY',
    said: 'extended to the ceiling, and no further',
    facts: { cirSignedOn: day('2024-02-29'), caseOpenedOn: day('2024-02-29') },
    events: [
      prescribed,
      ...[6, 6, 3].map((months) => ({ contract: 'EXTENDED', on: day('2025-01-15'), months }) as const),
    ],
    warnOn: '2025-12-30',
    limitOn: '2026-02-28',
    clearedBy: { contract: 'TERMINATED', on: day('2026-03-01') },
  },
  {
    rule: 'CIR_EXPIRY',
    said: 'every prescribed training ended: the course too',
    facts: { cirSignedOn: day('2024-02-29'), caseOpenedOn: day('2024-02-29') },
    events: [
      { ...prescribed, on: day('2024-03-05') },
      done('CIVIC_SESSION_1', '2024-03-10'),
      done('CIVIC_SESSION_2', '2024-03-11'),
      done('CIVIC_SESSION_3', '2024-03-12'),
    ],
    warnOn: '2024-12-30',
    limitOn: '2025-02-28',
    clearedBy: { step: 'LANGUAGE_END', status: 'ABANDONED', on: day('2025-03-01') },
  },
  {
    rule: 'FINAL_INTERVIEW_OVERDUE',
    said: '9 months after the first civic session, to a leap day',
    facts: { cirSignedOn: day('2027-05-10'), caseOpenedOn: day('2027-05-10') },
    events: [done('CIVIC_SESSION_1', '2027-05-31')],
    warnOn: '2028-01-30',
    limitOn: '2028-02-29',
    clearedBy: done('CIR_FINAL_INTERVIEW', '2028-03-01'),
  },
  {
    rule: 'FINAL_INTERVIEW_OVERDUE',
    said: 'under CIR-2019, 3 months after the course, to a leap day',
    facts: { cirSignedOn: day('2019-04-10'), caseOpenedOn: day('2019-04-10') },
    events: [
      { ...prescribed, on: day('2019-04-11') },
      done('CIVIC_SESSION_1', '2019-05-10'),
      done('CIVIC_SESSION_2', '2019-05-11'),
      done('CIVIC_SESSION_3', '2019-05-12'),
      done('LANGUAGE_END', '2019-11-30'),
    ],
    warnOn: '2020-01-30',
    limitOn: '2020-02-29',
    clearedBy: done('CIR_FINAL_INTERVIEW', '2020-03-01'),
  },
  {
    rule: 'PERMIT_RENEWAL_WINDOW',
    said: '60 days before a 29 February',
    facts: { permitExpiresOn: day('2024-02-29') },
    warnOn: '2023-11-01',
    limitOn: '2023-12-31',
    clearedBy: { step: 'PERMIT_RENEWAL', status: 'WAITING_THIRD_PARTY', on: day('2024-01-01') },
  },
  {
    rule: 'PROOF_OF_STAY_GAP',
    said: '3 months after the certificate, to a leap day',
    facts: { stayCertificateOn: day('2023-11-30') },
    warnOn: '2024-01-30',
    limitOn: '2024-02-29',
  },
  {
    rule: 'PROOF_OF_STAY_GAP',
    said: 'the permit, when it ends after the certificate of a BPI',
    facts: { ...protectedOn, stayCertificateOn: day('2023-08-30'), permitExpiresOn: day('2024-03-01') },
    warnOn: '2024-01-31',
    limitOn: '2024-03-01',
  },
  {
    rule: 'BPI_CARD_LATE',
    said: '3 months after a 29 February',
    facts: { ...protectedOn, protectionGrantedOn: day('2024-02-29') },
    warnOn: '2024-04-29',
    limitOn: '2024-05-29',
    clearedBy: done('BPI_PERMIT_ISSUED', '2024-05-30'),
  },
  {
    rule: 'CIVIL_STATUS_LATE',
    said: '310 days over a leap day',
    facts: { ...protectedOn, protectionGrantedOn: day('2023-11-30') },
    warnOn: '2024-07-27',
    limitOn: '2024-10-05',
    clearedBy: done('CIVIL_STATUS_RECORDS', '2024-10-06'),
  },
  {
    rule: 'ASYLUM_HOUSING_OVERSTAY',
    said: '3 months after a 29 February',
    facts: { ...protectedOn, asylumSupportEndedOn: day('2024-02-29') },
    warnOn: '2024-04-29',
    limitOn: '2024-05-29',
    clearedBy: done('DNA_EXIT', '2024-05-30'),
  },
  {
    rule: 'ASYLUM_HOUSING_OVERSTAY',
    said: '6 months when extended once, to a leap day',
    facts: { ...protectedOn, asylumSupportEndedOn: day('2023-08-31') },
    events: [{ extension: 'DNA_EXIT', on: day('2023-11-30') }],
    warnOn: '2024-01-31',
    limitOn: '2024-02-29',
    clearedBy: done('DNA_EXIT', '2024-03-01'),
  },
  {
    rule: 'REFUGEE_HOUSING_OVERSTAY',
    said: '12 months when extended once',
    facts: { ...protectedOn, refugeeHousingEnteredOn: day('2024-02-29') },
    events: [{ extension: 'CPH_STAY', on: day('2024-10-01') }],
    warnOn: '2024-12-29',
    limitOn: '2025-02-28',
    clearedBy: done('CPH_STAY', '2025-03-01'),
  },
  {
    rule: 'INCOME_GAP',
    said: 'the end of January for a decision of December',
    facts: { ...protectedOn, protectionGrantedOn: day('2025-12-01') },
    warnOn: '2026-01-16',
    limitOn: '2026-01-31',
    clearedBy: done('CAF_RIGHTS', '2026-02-01'),
  },
  {
    rule: 'INCOME_GAP',
    said: 'the 29 February of a leap year',
    facts: { ...protectedOn, protectionGrantedOn: day('2024-01-01') },
    warnOn: '2024-02-14',
    limitOn: '2024-02-29',
    clearedBy: done('CAF_RIGHTS', '2024-03-01'),
  },
  {
    rule: 'NO_HEALTH_COVER',
    said: '3 months after the opening, to a leap day',
    facts: { caseOpenedOn: day('2023-11-30') },
    warnOn: '2024-01-30',
    limitOn: '2024-02-29',
    clearedBy: done('HEALTH_COVER', '2024-03-01'),
  },
  {
    rule: 'NO_HEALTH_COVER',
    said: '1 month for a BPI, after a 29 February',
    facts: { ...protectedOn, caseOpenedOn: day('2024-02-29') },
    warnOn: '2024-03-15',
    limitOn: '2024-03-29',
    clearedBy: done('HEALTH_COVER', '2024-03-30'),
  },
  {
    rule: 'LICENCE_DEADLINE',
    said: '11 months after the certificate, to a leap day',
    facts: { stayCertificateOn: day('2023-03-31') },
    events: [{ step: 'DRIVING_LICENCE_EXCHANGE', status: 'TO_DO', on: day('2023-04-01') }],
    warnOn: '2023-12-31',
    limitOn: '2024-02-29',
    clearedBy: { step: 'DRIVING_LICENCE_EXCHANGE', status: 'REQUESTED', on: day('2024-03-01') },
  },
  {
    rule: 'PES_NO_REGISTRATION',
    said: '60 days to a leap day',
    facts: signed,
    events: [done('PES_ORIENTATION', '2023-12-31')],
    warnOn: '2024-01-30',
    limitOn: '2024-02-29',
    clearedBy: { step: 'PES_REGISTRATION', status: 'EXEMPT', on: day('2024-03-01') },
  },
  {
    rule: 'HANDOVER_NO_CONTACT',
    said: '21 days to a leap day',
    facts: signed,
    events: [{ handover: true, on: day('2024-02-08') }],
    warnOn: '2024-02-22',
    limitOn: '2024-02-29',
    clearedBy: { contact: 'REACHED', on: day('2024-03-01') },
  },
  {
    rule: 'NO_OUTCOME_12M',
    said: '12 months to a month without a 31',
    facts: { caseOpenedOn: day('2025-08-31') },
    warnOn: '2026-06-30',
    limitOn: '2026-08-31',
    clearedBy: done('HOUSING_ACCESS', '2026-09-01'),
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

    test('is silenced through the last day, and back by itself the day after, since the same day', () => {
      const { rule } = situation;
      const silence = { silence: rule, on: day(after(2)), until: day(after(10)), reason: 'OTHER' } as const;
      const stalled = `STALLED since ${after(1)}`;
      expect([1, 2, 10, 11].map((count) => look(situation, after(count), [silence]))).toEqual([
        stalled,
        `SILENCED since ${after(1)}`,
        `SILENCED since ${after(1)}`,
        stalled,
      ]);
    });

    test('is moved by no pause: it is set by law, or waits for somebody else', () => {
      const pause = { pause: 'ILLNESS', on: plusDays(day(warnOn), -5), until: day(after(3)) } as const;
      expect([0, 1].map((count) => look(situation, after(count), [pause]))).toEqual([
        'WATCH',
        `STALLED since ${after(1)}`,
      ]);
    });
  },
);

/** Rules by count, ratio or test have no limit: the fact that fires them is the boundary. */
const fired: readonly Omit<Situation, 'warnOn' | 'limitOn'>[] = [
  {
    rule: 'PLATFORM_NO_SHOW',
    said: 'the second absence',
    facts: { caseOpenedOn: day('2024-01-10') },
    events: [
      { contract: 'ABSENT_AT_PLATFORM', on: day('2024-01-20') },
      { contract: 'ABSENT_AT_PLATFORM', on: day('2024-02-29') },
    ],
    clearedBy: done('CIR_SIGNATURE', '2024-03-01'),
  },
  {
    rule: 'LANGUAGE_ATTENDANCE',
    said: 'the record that takes the ratio under 80 %',
    facts: signed,
    events: [
      { attendance: 'LANGUAGE', on: day('2024-02-01'), attendedHours: 20, plannedHours: 20 },
      { attendance: 'LANGUAGE', on: day('2024-02-29'), attendedHours: 3.75, plannedHours: 10 },
    ],
    clearedBy: { attendance: 'LANGUAGE', on: day('2024-03-01'), attendedHours: 10, plannedHours: 10 },
  },
  {
    rule: 'LANGUAGE_NO_PROGRESS',
    said: 'the test without the gain',
    facts: signed,
    events: [
      { test: 'LANGUAGE', on: day('2024-01-10'), score: 10 },
      { test: 'LANGUAGE', on: day('2024-02-29'), score: 10.75 },
    ],
    clearedBy: { test: 'LANGUAGE', on: day('2024-03-01'), score: 11 },
  },
];

describe.each(fired.map((situation) => [situation.rule, situation.said, situation] as const))(
  '%s: %s',
  (_rule, _said, { clearedBy, ...given }) => {
    const situation: Situation = { ...given, warnOn: '', limitOn: '' };
    const stalled = 'STALLED since 2024-02-29';

    test('is said from that very day, never before, and lasts', () => {
      const days = ['2024-02-28', '2024-02-29', '2024-03-01', '2024-06-01'];
      expect(days.map((on) => look(situation, on))).toEqual(['none', stalled, stalled, stalled]);
    });

    test('is gone on the day of what clears it, not the day before', () => {
      if (clearedBy === undefined) return;
      const days = ['2024-02-29', '2024-03-01', '2024-03-02'];
      expect(days.map((on) => look(situation, on, [clearedBy]))).toEqual([stalled, 'none', 'none']);
    });

    test('is moved by no pause: it has no limit', () => {
      const pause = { pause: 'ILLNESS', on: day('2024-01-15'), until: day('2024-03-15') } as const;
      expect(look(situation, '2024-03-01', [pause])).toBe(stalled);
    });
  },
);

test('every rule of the catalogue has its situations', () => {
  expect([...new Set([...situations, ...fired].map(({ rule }) => rule))].sort()).toEqual([...STALL_RULES].sort());
  const limitless = new Set(fired.map(({ rule }) => rule));
  expect(situations.filter(({ rule }) => limitless.has(rule))).toEqual([]);
});
