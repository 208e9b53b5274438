import type { CalendarDay } from '../calendar/calendarDay.ts';
import { CONTRACT_RULE_SETS, contractRuleSetOn, type ContractRuleSet } from '../pathway/ruleSets/index.ts';

/** The rule set that a line is read under. A signature before July 2016 was a CAI: the oldest set reads it, as in the plan. */
export function ruleSetOfSignature(signedOn: CalendarDay): ContractRuleSet {
  return contractRuleSetOn(signedOn) ?? oldestRuleSet();
}

/** The first rule set of the CIR. */
export function oldestRuleSet(): ContractRuleSet {
  const [oldest] = CONTRACT_RULE_SETS;
  if (oldest === undefined) throw new RangeError('There is no contract rule set');
  return oldest;
}

/** Tracks that a rule set offers, as events name them: hours, or ONLINE_LICENCE. */
export function tracksOf(ruleSet: ContractRuleSet): string[] {
  const modes = ruleSet.languageModes?.map(({ code, hours }) => (hours === undefined ? code : String(hours))) ?? [];
  return [...(ruleSet.languageTracksHours?.map(String) ?? []), ...modes];
}
