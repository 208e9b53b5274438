import type { CalendarDay } from '../../calendar/calendarDay.ts';
import type { ContractRuleSetCode } from '../codes.ts';
import { deepFreeze } from '../deepFreeze.ts';
import { cir2016 } from './cir2016.ts';
import { cir2019 } from './cir2019.ts';
import { cir2022 } from './cir2022.ts';
import { cir2025 } from './cir2025.ts';
import type { ContractRuleSet } from './contractRuleSet.ts';

/** The contract rule sets, oldest first. A change of the law adds a file and a line here. */
export const CONTRACT_RULE_SETS: readonly ContractRuleSet[] = deepFreeze([cir2016, cir2019, cir2022, cir2025]);

/** The rule set in force for a contract signed that day; undefined before July 2016 (that was the CAI). */
export function contractRuleSetOn(day: CalendarDay): ContractRuleSet | undefined {
  return CONTRACT_RULE_SETS.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
}

export function contractRuleSet(code: ContractRuleSetCode): ContractRuleSet {
  const found = CONTRACT_RULE_SETS.find((set) => set.code === code);
  if (found === undefined) throw new RangeError(`No such rule set: ${code}`);
  return found;
}

/** Civic sessions that count as the training followed: the first three of four, both under CIR-2016 (instruction of 2021). */
export function civicSessionsRequired({ civicSessions }: ContractRuleSet): number {
  return Math.min(3, civicSessions);
}

export type { ContractRuleSet };
