import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { CalendarDay } from '../calendar/calendarDay.ts';
import type { PathwayEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { planPathway } from './plan.ts';

interface PlanCase {
  name: string;
  facts: Partial<Facts>;
  events: PathwayEvent[];
  today: CalendarDay;
  expect: {
    contractRuleSet?: string;
    dueOn?: Record<string, string>;
    absentSteps?: string[];
    stalled?: { rule: string; since: string }[];
    notStalled?: string[];
  };
}

const { cases } = JSON.parse(readFileSync(new URL('./testing/plan-cases.json', import.meta.url), 'utf8')) as {
  cases: PlanCase[];
};

describe('the cases written with practitioners', () => {
  test('there are 95 of them', () => expect(cases).toHaveLength(95));

  test.each(cases.map((planCase) => [planCase.name, planCase] as const))(
    '%s',
    (_name, { facts, events, today, expect: expected }) => {
      const plan = planPathway({ facts, events, today });
      const dueOn = Object.fromEntries(plan.steps.map(({ code, dueOn: due }) => [code, due]));
      const stalled = plan.stalls.filter(({ state }) => state === 'STALLED');

      expect(plan.contractRuleSet).toBe(expected.contractRuleSet ?? plan.contractRuleSet);
      expect(dueOn).toMatchObject(expected.dueOn ?? {});
      for (const code of expected.absentSteps ?? []) expect(dueOn).not.toHaveProperty(code);
      expect(stalled.map(({ rule, since }) => ({ rule, since }))).toEqual(
        expect.arrayContaining(expected.stalled ?? []),
      );
      for (const rule of expected.notStalled ?? []) expect(stalled.map((stall) => stall.rule)).not.toContain(rule);
    },
  );
});
