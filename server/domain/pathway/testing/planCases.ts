import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { CalendarDay } from '../../calendar/calendarDay.ts';
import type { PathwayEvent } from '../events.ts';
import type { Facts } from '../facts.ts';
import type { Plan } from '../plan.ts';

export interface PlanCase {
  readonly name: string;
  readonly facts: Partial<Facts>;
  readonly events: PathwayEvent[];
  readonly today: CalendarDay;
  readonly expect: {
    readonly contractRuleSet?: string;
    readonly dueOn?: Readonly<Record<string, string>>;
    readonly absentSteps?: readonly string[];
    readonly stalled?: readonly { readonly rule: string; readonly since: string }[];
    readonly notStalled?: readonly string[];
  };
}

/** The cases written with practitioners: through the pure function, and through the API. */
export const PLAN_CASES = (
  JSON.parse(readFileSync(new URL('./plan-cases.json', import.meta.url), 'utf8')) as { cases: readonly PlanCase[] }
).cases;

export const NAMED_CASES = PLAN_CASES.map((planCase) => [planCase.name, planCase] as const);

type Planned = Pick<Plan, 'contractRuleSet'> & {
  readonly steps: readonly { readonly code: string; readonly dueOn: string | null }[];
  readonly stalls: readonly { readonly rule: string; readonly state: string; readonly since: string | null }[];
};

export function expectPlan(plan: Planned, expected: PlanCase['expect']): void {
  const dueOn = Object.fromEntries(plan.steps.map(({ code, dueOn: due }) => [code, due]));
  const stalled = plan.stalls.filter(({ state }) => state === 'STALLED');

  expect(plan.contractRuleSet).toBe(expected.contractRuleSet ?? plan.contractRuleSet);
  expect(dueOn).toMatchObject(expected.dueOn ?? {});
  for (const code of expected.absentSteps ?? []) expect(dueOn).not.toHaveProperty(code);
  expect(stalled.map(({ rule, since }) => ({ rule, since }))).toEqual(
    expect.arrayContaining([...(expected.stalled ?? [])]),
  );
  for (const rule of expected.notStalled ?? []) expect(stalled.map((stall) => stall.rule)).not.toContain(rule);
}
