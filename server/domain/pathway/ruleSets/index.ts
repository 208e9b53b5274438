import type { CalendarDay } from '../../calendar/calendarDay.ts';
import type { ContractRuleSetCode } from '../codes.ts';
import { inForceOn } from '../inForce.ts';
import type { ContractRuleSet } from './contractRuleSet.ts';
import { CONTRACT_RULE_SETS } from './published.ts';

/** The rule set in force for a contract signed that day; undefined before July 2016 (that was the CAI). */
export function contractRuleSetOn(day: CalendarDay): ContractRuleSet | undefined {
  return inForceOn(CONTRACT_RULE_SETS, day);
}

export function contractRuleSet(code: ContractRuleSetCode): ContractRuleSet {
  const found = CONTRACT_RULE_SETS.find((set) => set.code === code);
  if (found === undefined) throw new RangeError(`No such rule set: ${code}`);
  return found;
}

/** The first rule set of the CIR. */
export function oldestRuleSet(): ContractRuleSet {
  const [oldest] = CONTRACT_RULE_SETS;
  if (oldest === undefined) throw new RangeError('There is no contract rule set');
  return oldest;
}

/** Tracks that a rule set offers, as events name them: hours, or ONLINE_LICENCE. */
export function tracksOf({ languageModes = [], languageTracksHours = [] }: ContractRuleSet): string[] {
  const modes = languageModes.map(({ code, hours }) => (hours === undefined ? code : String(hours)));
  return [...languageTracksHours.map(String), ...modes];
}

/** Civic sessions that count as the training followed: the first three of four, both under CIR-2016 (instruction of 2021). */
export function civicSessionsRequired(set: ContractRuleSet): number {
  return set.civicSessionsRequired ?? Math.min(3, set.civicSessions);
}

/** No set lets the prefect grant more months than this. */
export const LONGEST_EXTENSION_MONTHS = Math.max(...CONTRACT_RULE_SETS.map((set) => set.maxExtensionMonths));

export { CONTRACT_RULE_SETS, type ContractRuleSet };
