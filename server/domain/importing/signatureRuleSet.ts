import type { CalendarDay } from '../calendar/calendarDay.ts';
import { contractRuleSetOn, oldestRuleSet, type ContractRuleSet } from '../pathway/ruleSets/index.ts';

/** The rule set that a line is read under. A signature before July 2016 was a CAI: the oldest set reads it, as in the plan. */
export function ruleSetOfSignature(signedOn: CalendarDay): ContractRuleSet {
  return contractRuleSetOn(signedOn) ?? oldestRuleSet();
}

export { oldestRuleSet, tracksOf } from '../pathway/ruleSets/index.ts';
