import { deepFreeze } from '../pathway/deepFreeze.ts';
import { STALL_RULES as CODES, type StallRuleCode, type StepCode } from '../pathway/codes.ts';
import { rulesOfLife } from './rulesOfLife.ts';
import { rulesOfRights } from './rulesOfRights.ts';
import { rulesOfTraining } from './rulesOfTraining.ts';
import type { StallRule } from './stallRule.ts';

const all = [...rulesOfRights, ...rulesOfTraining, ...rulesOfLife];

/** Every stall rule, in the order of the catalogue. Adding one is adding an entry, its sentence and its boundary test. */
export const RULES: readonly StallRule[] = deepFreeze(
  CODES.map((code) => {
    const rule = all.find((candidate) => candidate.code === code);
    if (rule === undefined) throw new RangeError(`No stall rule for ${code}`);
    return rule;
  }),
);

const byCode = new Map(RULES.map((rule) => [rule.code, rule]));

export function stallRule(code: StallRuleCode): StallRule {
  const rule = byCode.get(code);
  if (rule === undefined) throw new RangeError(`No such stall rule: ${code}`);
  return rule;
}

/** The steps that end a stall. One that comes back by its windows (absences, contacts) is about them, not about the step. */
export function stepsClearing(code: StallRuleCode): readonly StepCode[] {
  const rule = stallRule(code);
  return rule.windows === undefined ? (rule.clearedByStep ?? []).map(([step]) => step) : [];
}

export type { StallRule };
