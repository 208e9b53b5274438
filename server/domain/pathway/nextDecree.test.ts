import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { calendarDay, plusDays, type CalendarDay } from '../calendar/calendarDay.ts';
import type { ContractRuleSetCode, PermitRuleSetCode } from './codes.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { PERMIT_RULE_SETS } from './permitRuleSets/index.ts';
import type { PermitRuleSet } from './permitRuleSets/permitRuleSet.ts';
import type { Plan, PlannedStep } from './plan.ts';
import { contractRuleSet, CONTRACT_RULE_SETS } from './ruleSets/index.ts';
import type { ContractRuleSet } from './ruleSets/contractRuleSet.ts';
import { engineUnder, type Engine } from './testing/engineUnder.ts';

const { cases } = JSON.parse(readFileSync(new URL('./testing/plan-cases.json', import.meta.url), 'utf8')) as {
  cases: { name: string; facts: Partial<Facts>; events: PathwayEvent[]; today: CalendarDay }[];
};

const KNOWN: readonly string[] = [
  ...['CIR-2016', 'CIR-2019', 'CIR-2022', 'CIR-2025'],
  ...['PERMIT-2016', 'PERMIT-2018', 'PERMIT-2026'],
];

/** After every day that the cases know. */
const TODAY = calendarDay('2027-06-30');
const TOMORROW = plusDays(TODAY, 1);

/** The next decree, added as one adds it: a set after the others, and not a word of them changed. */
const imagined: ContractRuleSet = {
  ...contractRuleSet('CIR-2025'),
  code: 'CIR-IMAGINED' as ContractRuleSetCode,
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
const imaginedPermit: PermitRuleSet = {
  code: 'PERMIT-IMAGINED' as PermitRuleSetCode,
  selectedBy: 'permitApplicationDate',
  validFrom: TOMORROW,
  validTo: null,
  multiYearCard: { civicExam: 'CSP' },
};

/** The sets of the cases, and no later one: what tomorrow's decree changes is told from what is known here. */
const contracts = CONTRACT_RULE_SETS.filter(({ code }) => KNOWN.includes(code));
const permits = PERMIT_RULE_SETS.filter(({ code }) => KNOWN.includes(code));

let before: Engine;
let after: Engine;
beforeAll(async () => {
  before = await engineUnder(contracts, permits);
  after = await engineUnder([...contracts, imagined], [...permits, imaginedPermit]);
});

const stepOf = ({ steps }: Plan, code: PlannedStep['code']): PlannedStep | undefined =>
  steps.find((step) => step.code === code);
const started: PathwayEvent = { step: 'CIVIC_SESSION_1', status: 'DONE', on: TOMORROW };
const later = plusDays(TOMORROW, 30);

describe('a decree of tomorrow', () => {
  test.each(cases.map((planCase) => [planCase.name, planCase] as const))('leaves as it was: %s', (_name, request) => {
    expect(after.planPathway(request)).toEqual(before.planPathway(request));
  });

  test('leaves a file signed today under the rules of today, whenever one looks at it', () => {
    const request = { facts: { cirSignedOn: TODAY, caseOpenedOn: TODAY }, events: [started], today: later };
    expect(after.planPathway(request)).toEqual(before.planPathway(request));
    expect(after.planPathway(request).contractRuleSet).toBe('CIR-2025');
  });

  test('rules a file signed tomorrow: its length, its steps, their deadlines, their basis', () => {
    const facts = { cirSignedOn: TOMORROW, caseOpenedOn: TOMORROW };
    const followed = after.planPathway({ facts, events: [started], today: later });
    const former = before.planPathway({ facts, events: [started], today: later });

    expect([followed.contractRuleSet, former.contractRuleSet]).toEqual(['CIR-IMAGINED', 'CIR-2025']);
    expect([followed.cirEndsOn, former.cirEndsOn]).toEqual(['2029-01-01', '2028-07-01']);
    expect(stepOf(followed, 'CIVIC_SESSION_4')).toBeUndefined();
    expect(stepOf(followed, 'CIR_FINAL_INTERVIEW')).toMatchObject({
      dueOn: '2028-07-01',
      basis: { ruleSet: 'CIR-IMAGINED', source: 'R.413-99', kind: 'LEGAL', confidence: 'law' },
    });
    expect(stepOf(followed, 'CIR_FINAL_INTERVIEW')?.sentence).toContain('12 mois après le début des formations');
    expect(stepOf(followed, 'CIR_FINAL_INTERVIEW')?.sentence).toContain('R.413-99');
    // What it does not name is taken up from the set before.
    const named = ['CIR_FINAL_INTERVIEW', 'CIVIC_SESSION_4', 'CIR_EXTENSION', 'DOMICILIATION'];
    const unnamed = ({ steps }: Plan): unknown[] =>
      steps.filter(({ code }) => !named.includes(code)).map(({ code, dueOn, sentence }) => [code, dueOn, sentence]);
    expect(unnamed(followed)).toEqual(unnamed(former));
  });

  test('plans a file not yet signed from that very day, and not before', () => {
    const facts = { caseOpenedOn: calendarDay('2027-05-01') };
    const planned = [-1, 0, 1].map((days) => after.planPathway({ facts, events: [], today: plusDays(TOMORROW, days) }));
    expect(planned.map((one) => one.provisionalRuleSet)).toEqual(['CIR-2025', 'CIR-IMAGINED', 'CIR-IMAGINED']);
    expect(planned.map((one) => stepOf(one, 'CIVIC_SESSION_4') === undefined)).toEqual([false, true, true]);
    expect(planned.map((one) => one.contractRuleSet)).toEqual([null, null, null]);
    const stored = after.derivePathway({ facts, events: [] }, TODAY);
    expect(stored.stepSpells.some(({ step }) => step === 'CIVIC_SESSION_4')).toBe(true);
  });

  test('counts each day of a file not yet signed for the party of its own day', () => {
    const facts = { caseOpenedOn: calendarDay('2027-05-01') };
    expect(after.planPathway({ facts, events: [], today: later }).turns).toEqual([
      { party: 'ASSOCIATION_CASEWORKER', days: 61 },
      { party: 'CAF', days: 30 },
    ]);
  });

  test('applies to the first application for a card made that day, and to none made before', () => {
    const chosen = [-1, 0, 1].map((days) => {
      const facts = { cirSignedOn: TODAY, permitApplicationOn: plusDays(TOMORROW, days) };
      return after.planPathway({ facts, events: [], today: later });
    });
    expect(chosen.map((one) => [one.contractRuleSet, one.permitRuleSet])).toEqual([
      ['CIR-2025', 'PERMIT-2026'],
      ['CIR-2025', 'PERMIT-IMAGINED'],
      ['CIR-2025', 'PERMIT-IMAGINED'],
    ]);
  });
});
