import { describe, expect, test } from '@jest/globals';
import { calendarDay as day } from '../calendar/calendarDay.ts';
import type { ContractRuleSetCode, StepCode } from './codes.ts';
import type { PathwayEvent } from './events.ts';
import { PERMIT_RULE_SETS } from './permitRuleSets/index.ts';
import { contractRuleSet, CONTRACT_RULE_SETS, type ContractRuleSet } from './ruleSets/index.ts';
import { engineUnder } from './testing/engineUnder.ts';
import { restingOnNothing } from './testing/restingOnNothing.ts';

/** What a set leaves without object, knowingly: its text has no such step. A set that says nothing leaves nothing. */
const WITHOUT_OBJECT: { readonly [K in ContractRuleSetCode]?: readonly string[] } = {
  // Neither a final interview nor an orientation to employment was in the first contracts.
  'CIR-2016': [
    'what PES_REGISTRATION waits for: PES_ORIENTATION',
    'the beginning of FINAL_INTERVIEW_OVERDUE: a deadline of CIR_FINAL_INTERVIEW',
    'the beginning of PES_NO_REGISTRATION: PES_ORIENTATION',
  ],
};

test.each(CONTRACT_RULE_SETS.map((set) => [set.code, set] as const))(
  'no deadline, prerequisite or stall of %s rests on a step that it does not have, unless said here',
  (code, set) => expect(restingOnNothing(set)).toEqual(WITHOUT_OBJECT[code] ?? []),
);

const imagined = (steps: ContractRuleSet['steps'] = {}, more: Partial<ContractRuleSet> = {}): ContractRuleSet => ({
  ...contractRuleSet('CIR-2025'),
  ...more,
  code: 'CIR-IMAGINED' as ContractRuleSetCode,
  validFrom: '2027-07-01',
  follows: 'CIR-2025',
  steps,
});
const without = (...withdrawn: StepCode[]): string[] => restingOnNothing(imagined({ withdrawn }));

describe('a set of tomorrow that withdraws a step is told', () => {
  test('nothing, where nothing rests on it', () => {
    expect(without()).toEqual([]);
    expect(without('CIVIC_SESSION_4', 'SPORT_CULTURE')).toEqual([]);
  });

  test('the deadlines that counted from it, and what waited for it', () => {
    expect(without('HOUSING_ACCESS')).toEqual(
      [3, 6, 12].flatMap((months) => [
        `the deadline of HOUSING_SUSTAINED_${months}M: HOUSING_ACCESS`,
        `what HOUSING_SUSTAINED_${months}M waits for: HOUSING_ACCESS`,
      ]),
    );
    const changed = (due: null) => ({ due, prerequisites: [] });
    const HOUSING = { HOUSING_SUSTAINED_3M: changed(null), HOUSING_SUSTAINED_6M: changed(null) };
    expect(
      restingOnNothing(imagined({ withdrawn: ['HOUSING_ACCESS', 'HOUSING_SUSTAINED_12M'], changed: HOUSING })),
    ).toEqual([]);
  });

  test('the stalls that will never begin: from its day, from its deadline, or once it is opened', () => {
    const begins = (one: string): boolean => one.startsWith('the beginning');
    expect(without('CIR_FINAL_INTERVIEW').filter(begins)).toEqual([
      'the beginning of FINAL_INTERVIEW_OVERDUE: a deadline of CIR_FINAL_INTERVIEW',
    ]);
    expect(without('PES_ORIENTATION').filter(begins)).toEqual([
      'the beginning of PES_NO_REGISTRATION: PES_ORIENTATION',
    ]);
    expect(without('DRIVING_LICENCE_EXCHANGE').filter(begins)).toEqual([
      'the beginning of LICENCE_DEADLINE: DRIVING_LICENCE_EXCHANGE',
    ]);
    const undated = imagined({ changed: { CIR_FINAL_INTERVIEW: { due: null } } });
    expect(restingOnNothing(undated).filter(begins)).toEqual([
      'the beginning of FINAL_INTERVIEW_OVERDUE: a deadline of CIR_FINAL_INTERVIEW',
    ]);
  });

  test('the stalls that nothing will end: not those that another step still clears', () => {
    expect(without('HEALTH_COVER')).toContain('the end of NO_HEALTH_COVER: HEALTH_COVER');
    const jobs = without('JOB_ENTRY').filter((one) => one.startsWith('the end'));
    expect(jobs).toEqual([]);
  });

  test('the civic days that are no longer enough to have followed the training', () => {
    expect(without('CIVIC_SESSION_3', 'CIVIC_SESSION_4')).toEqual([
      'the deadline of CIR_CLOSURE: 3 civic sessions, of 2',
      'the end of CIVIC_ABSENCE: 3 civic sessions, of 2',
      'the end of CIR_EXPIRY: 3 civic sessions, of 2',
    ]);
    const two = imagined({ withdrawn: ['CIVIC_SESSION_3', 'CIVIC_SESSION_4'] }, { civicSessionsRequired: 2 });
    expect(restingOnNothing(two)).toEqual([]);
  });
});

describe('the engine under such a set', () => {
  const signedOn = day('2027-07-01');
  const session = (step: StepCode, on: string): PathwayEvent => ({ step, status: 'DONE', on: day(on) });
  const request = {
    facts: { cirSignedOn: signedOn, caseOpenedOn: signedOn },
    events: [session('CIVIC_SESSION_1', '2027-07-20'), session('CIVIC_SESSION_2', '2027-07-21')],
    today: day('2029-12-31'),
  };
  const stalledUnder = async (set: ContractRuleSet): Promise<string[]> => {
    const { planPathway } = await engineUnder([...CONTRACT_RULE_SETS, set], PERMIT_RULE_SETS);
    return planPathway(request).stalls.map(({ rule }) => rule);
  };

  test('keeps silent where nothing is left to count from: this is why one must say it', async () => {
    expect(await stalledUnder(imagined())).toContain('FINAL_INTERVIEW_OVERDUE');
    expect(await stalledUnder(imagined({ withdrawn: ['CIR_FINAL_INTERVIEW'] }))).not.toContain(
      'FINAL_INTERVIEW_OVERDUE',
    );
  });

  test('asks for the civic days that the set says', async () => {
    expect(await stalledUnder(imagined())).toContain('CIVIC_ABSENCE');
    expect(await stalledUnder(imagined({}, { civicSessionsRequired: 2 }))).not.toContain('CIVIC_ABSENCE');
  });
});

describe('the catalogue under a set that says what nobody can read', () => {
  const written = async (set: ContractRuleSet): Promise<string> => {
    await engineUnder([...CONTRACT_RULE_SETS, set], PERMIT_RULE_SETS);
    const { writeCatalogue } = await import('./testing/writeCatalogue.ts');
    return writeCatalogue();
  };
  const counting = (anchor: string): ContractRuleSet =>
    imagined({
      changed: {
        DOMICILIATION: { due: { kind: 'PROPOSAL', anchor, dueAfter: { n: 1, unit: 'MONTH' } } },
      },
    });

  test('is not written with the code of an anchor, nor with a hole', async () => {
    expect(await written(counting('CIR_SIGNATURE'))).toContain('un mois après la signature du CIR');
    await expect(written(counting('STEP:JOB_ENTRY:DONE'))).rejects.toThrow('STEP:JOB_ENTRY:DONE');
  });

  test('nor for a stall whose beginning or end has no words', async () => {
    const { writeStallRules } = await import('./testing/writeStallRules.ts');
    const { stallRule } = await import('../stall/rules.ts');
    const rule = stallRule('NO_HEALTH_COVER');
    const { clearedByStep: _clearing, ...endless } = rule;
    expect(writeStallRules([rule])).toContain('Compte depuis : l’ouverture du dossier.');
    expect(() => writeStallRules([{ ...rule, anchor: 'STEP:JOB_ENTRY:DONE' }])).toThrow('STEP:JOB_ENTRY:DONE');
    expect(() => writeStallRules([{ ...rule, anchor: null }])).toThrow('NO_HEALTH_COVER');
    expect(() => writeStallRules([endless])).toThrow('NO_HEALTH_COVER');
  });
});
