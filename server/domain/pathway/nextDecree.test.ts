import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { calendarDay, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import type { ContractRuleSetCode, PermitRuleSetCode } from './codes.ts';
import type * as derivation from './derive.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { PERMIT_RULE_SETS } from './permitRuleSets/index.ts';
import type { PermitRuleSet } from './permitRuleSets/permitRuleSet.ts';
import type * as planning from './plan.ts';
import type { Plan, PlanRequest, PlannedStep } from './plan.ts';
import { planPathway } from './plan.ts';
import { contractRuleSet, CONTRACT_RULE_SETS } from './ruleSets/index.ts';
import type { ContractRuleSet } from './ruleSets/contractRuleSet.ts';

const { cases } = JSON.parse(readFileSync(new URL('./testing/plan-cases.json', import.meta.url), 'utf8')) as {
  cases: { name: string; facts: Partial<Facts>; events: PathwayEvent[]; today: CalendarDay }[];
};

/** After every day that the cases know. */
const TODAY = calendarDay('2027-06-30');
const TOMORROW = plusDays(TODAY, 1);

/** Next year's decree, added as one adds it: a set after the others, and not a word of them changed. */
const cir2027: ContractRuleSet = {
  ...contractRuleSet('CIR-2025'),
  code: 'CIR-2027' as ContractRuleSetCode,
  labelFr: 'CIR - décret imaginé',
  validFrom: TOMORROW,
  validTo: null,
  durationMonths: 18,
  follows: 'CIR-2025',
  steps: {
    withdrawn: ['CIVIC_SESSION_4'],
    changed: {
      DOMICILIATION: { actedBy: ['CAF'] },
      CIR_FINAL_INTERVIEW: {
        basis: 'R.413-99',
        due: { kind: 'LEGAL', anchor: 'TRAINING_START', dueAfter: { n: 12, unit: 'MONTH' } },
      },
    },
  },
};
const permit2027: PermitRuleSet = {
  code: 'PERMIT-2027' as PermitRuleSetCode,
  selectedBy: 'permitApplicationDate',
  validFrom: TOMORROW,
  validTo: null,
};

let plan: (request: PlanRequest) => Plan;
let derive: typeof derivation.derivePathway;
beforeAll(async () => {
  jest.resetModules();
  jest.unstable_mockModule('./ruleSets/published.ts', () => ({ CONTRACT_RULE_SETS: [...CONTRACT_RULE_SETS, cir2027] }));
  jest.unstable_mockModule('./permitRuleSets/published.ts', () => ({
    PERMIT_RULE_SETS: [...PERMIT_RULE_SETS, permit2027],
  }));
  plan = ((await import('./plan.ts')) as typeof planning).planPathway;
  derive = ((await import('./derive.ts')) as typeof derivation).derivePathway;
});

const stepOf = ({ steps }: Plan, code: PlannedStep['code']): PlannedStep | undefined =>
  steps.find((step) => step.code === code);
const started: PathwayEvent = { step: 'CIVIC_SESSION_1', status: 'DONE', on: TOMORROW };
const later = plusDays(TOMORROW, 30);

describe('a decree of tomorrow', () => {
  test.each(cases.map((planCase) => [planCase.name, planCase] as const))('leaves as it was: %s', (_name, request) => {
    expect(plan(request)).toEqual(planPathway(request));
  });

  test('leaves a file signed today under the rules of today, whenever one looks at it', () => {
    const request = { facts: { cirSignedOn: TODAY, caseOpenedOn: TODAY }, events: [started], today: later };
    expect(plan(request)).toEqual(planPathway(request));
    expect(plan(request).contractRuleSet).toBe('CIR-2025');
  });

  test('rules a file signed tomorrow: its length, its steps, their deadlines, their basis', () => {
    const facts = { cirSignedOn: TOMORROW, caseOpenedOn: TOMORROW };
    const followed = plan({ facts, events: [started], today: later });
    const before = planPathway({ facts, events: [started], today: later });

    expect([followed.contractRuleSet, before.contractRuleSet]).toEqual(['CIR-2027', 'CIR-2025']);
    expect([followed.cirEndsOn, before.cirEndsOn]).toEqual(['2029-01-01', '2028-07-01']);
    expect(stepOf(followed, 'CIVIC_SESSION_4')).toBeUndefined();
    expect(stepOf(followed, 'CIR_FINAL_INTERVIEW')).toMatchObject({
      dueOn: '2028-07-01',
      basis: { ruleSet: 'CIR-2027', source: 'R.413-99', kind: 'LEGAL', confidence: 'law' },
    });
    expect(stepOf(followed, 'CIR_FINAL_INTERVIEW')?.sentence).toContain('12 mois après le début des formations');
    expect(stepOf(followed, 'CIR_FINAL_INTERVIEW')?.sentence).toContain('R.413-99');
    // What it does not name is taken up from the set before.
    const named = ['CIR_FINAL_INTERVIEW', 'CIVIC_SESSION_4', 'CIR_EXTENSION', 'DOMICILIATION'];
    const unnamed = ({ steps }: Plan): unknown[] =>
      steps.filter(({ code }) => !named.includes(code)).map(({ code, dueOn, sentence }) => [code, dueOn, sentence]);
    expect(unnamed(followed)).toEqual(unnamed(before));
  });

  test('plans a file not yet signed from that very day, and not before', () => {
    const facts = { caseOpenedOn: calendarDay('2027-05-01') };
    const planned = [-1, 0, 1].map((days) => plan({ facts, events: [], today: plusDays(TOMORROW, days) }));
    expect(planned.map((one) => one.provisionalRuleSet)).toEqual(['CIR-2025', 'CIR-2027', 'CIR-2027']);
    expect(planned.map((one) => stepOf(one, 'CIVIC_SESSION_4') === undefined)).toEqual([false, true, true]);
    expect(planned.map((one) => one.contractRuleSet)).toEqual([null, null, null]);
    const stored = derive({ facts, events: [] }, TODAY);
    expect(stored.stepSpells.some(({ step }) => step === 'CIVIC_SESSION_4')).toBe(true);
  });

  test('counts each day of a file not yet signed for the party of its own day', () => {
    const facts = { caseOpenedOn: calendarDay('2027-05-01') };
    expect(plan({ facts, events: [], today: later }).turns).toEqual([
      { party: 'ASSOCIATION_CASEWORKER', days: 61 },
      { party: 'CAF', days: 30 },
    ]);
  });

  test('applies to the first application for a card made that day, and to none made before', () => {
    const chosen = [-1, 0, 1].map((days) => {
      const facts = { cirSignedOn: TODAY, permitApplicationOn: plusDays(TOMORROW, days) };
      return plan({ facts, events: [], today: later });
    });
    expect(chosen.map((one) => [one.contractRuleSet, one.permitRuleSet])).toEqual([
      ['CIR-2025', 'PERMIT-2026'],
      ['CIR-2025', 'PERMIT-2027'],
      ['CIR-2025', 'PERMIT-2027'],
    ]);
  });
});
