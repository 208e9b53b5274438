import { describe, expect, test } from '@jest/globals';
import { calendarDay as day, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import type { ContractRuleSetCode } from './codes.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { planPathway, type PlannedStep } from './plan.ts';
import { contractRuleSet } from './ruleSets/index.ts';
import { stepsUnder } from './stepsUnder.ts';
import { DATED, type DatedPathway } from './testing/datedPathways.ts';

const ruleSets = Object.entries(DATED) as [ContractRuleSetCode, DatedPathway][];
const WITHOUT_PROTECTION = ['CIVIC_EXAM_CSP', 'CIVIC_EXAM_CR'];

const stepsOn = (
  { facts, events }: DatedPathway,
  today: CalendarDay,
  more: Partial<Facts> = {},
): readonly PlannedStep[] =>
  planPathway({
    facts: { ...(facts as Partial<Facts>), ...more },
    events: events.map(([step, status, on, outcome]) => ({ step, status, on, outcome }) as PathwayEvent),
    today,
  }).steps;
const said = ({ opensOn, dueOn }: PlannedStep): string => (opensOn === null ? `${dueOn}` : `${opensOn} → ${dueOn}`);

describe.each(ruleSets)('under %s', (ruleSet, pathway) => {
  const later = day('2028-01-01');
  const steps = [
    ...stepsOn(pathway, later),
    ...stepsOn(pathway, later, { protectionGrantedOn: null }).filter(({ code }) => WITHOUT_PROTECTION.includes(code)),
  ];

  test('every step that has a deadline opens and is due on these days', () => {
    const dated = steps.filter(({ dueOn }) => dueOn !== null);
    expect(Object.fromEntries(dated.map((step) => [step.code, said(step)]))).toEqual(pathway.dates);
  });

  test('and no deadline of the catalogue is forgotten', () => {
    const withDeadline = stepsUnder(contractRuleSet(ruleSet)).filter(({ deadline }) => deadline !== undefined);
    expect(Object.keys(pathway.dates).sort()).toEqual(withDeadline.map(({ definition }) => definition.code).sort());
  });

  test('an open step is in time, due soon from thirty days before, in time on the limit day, late the day after', () => {
    const open = steps.filter(({ state, code }) => state === 'OVERDUE' && !WITHOUT_PROTECTION.includes(code));
    expect(open.length).toBeGreaterThan(10);
    const expected = { '-31': 'OPEN', '-30': 'DUE_SOON', '-1': 'DUE_SOON', '0': 'DUE_SOON', '1': 'OVERDUE' };
    for (const { code, dueOn } of open) {
      const shown = Object.entries(expected).map(([shift, state]) => {
        const step = stepsOn(pathway, plusDays(day(dueOn ?? ''), Number(shift))).find((one) => one.code === code);
        // A month before, the event that sets this date may still be to come.
        return [shift, step?.dueOn === dueOn || Number(shift) >= -1 ? step?.state : state];
      });
      expect({ code, ...Object.fromEntries(shown) }).toEqual({ code, ...expected });
    }
  });
});

describe('a deadline that something moves', () => {
  const due = (facts: Partial<Facts>, events: readonly PathwayEvent[], step: string): string | null | undefined =>
    planPathway({ facts, events, today: day('2028-01-01') }).steps.find(({ code }) => code === step)?.dueOn;

  test.each([
    [0, '2024-05-29'],
    [1, '2024-08-29'],
    [2, '2024-08-29'],
  ])('asylum housing extended %i times: 3 months more, once', (times, expected) => {
    const facts = { protectionGrantedOn: day('2024-01-10'), asylumSupportEndedOn: day('2024-02-29') };
    const events = Array.from({ length: times }, () => ({ extension: 'DNA_EXIT', on: day('2024-03-10') }) as const);
    expect(due(facts, events, 'DNA_EXIT')).toBe(expected);
  });

  test.each([
    [0, '2024-02-29'],
    [1, '2024-05-31'],
    [2, '2024-08-31'],
    [3, '2024-11-30'],
  ])('a stay in a CPH extended %i times: 3 months more each, always from the entry', (times, expected) => {
    const facts = { protectionGrantedOn: day('2023-01-10'), refugeeHousingEnteredOn: day('2023-05-31') };
    const events = Array.from({ length: times }, () => ({ extension: 'CPH_STAY', on: day('2024-01-10') }) as const);
    expect(due(facts, events, 'CPH_STAY')).toBe(expected);
  });

  test.each([
    [[], 0, '2025-02-28', '2026-02-28'],
    [[6], 0, '2025-08-29', '2026-08-29'],
    [[6, 6], 0, '2026-02-28', '2027-02-28'],
    [[6, 6, 3], 0, '2026-02-28', '2027-02-28'],
    [[6], 6, '2026-02-28', '2027-02-28'],
    [[], 12, '2026-02-28', '2027-02-28'],
    [[12], 12, '2026-02-28', '2027-02-28'],
  ])(
    'a contract signed on 29 February, extended by %j months on top of %i: ends on %s',
    (months, given, ends, decided) => {
      const facts = { cirSignedOn: day('2024-02-29'), extensionMonths: given };
      const events = months.map((added) => ({ contract: 'EXTENDED', on: day('2025-01-10'), months: added }) as const);
      expect(planPathway({ facts, events, today: day('2025-02-01') }).cirEndsOn).toBe(ends);
      expect(due(facts, events, 'CIR_EXTENSION')).toBe(decided);
    },
  );
});
