import { describe, expect, test } from '@jest/globals';
import { planPathway } from './plan.ts';
import { expectPlan, NAMED_CASES, PLAN_CASES } from './testing/planCases.ts';

describe('the cases written with practitioners', () => {
  test('there are 95 of them', () => expect(PLAN_CASES).toHaveLength(95));

  test.each(NAMED_CASES)('%s', (_name, { facts, events, today, expect: expected }) =>
    expectPlan(planPathway({ facts, events, today }), expected),
  );
});
