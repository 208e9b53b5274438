import type { CalendarDay } from '../../calendar/calendarDay.ts';
import { deepFreeze } from '../deepFreeze.ts';
import { permit2016 } from './permit2016.ts';
import { permit2018 } from './permit2018.ts';
import { permit2026 } from './permit2026.ts';
import type { PermitRuleSet } from './permitRuleSet.ts';

/** The second clock (decision 5): the card follows the day of its first application, never the signature. */
export const PERMIT_RULE_SETS: readonly PermitRuleSet[] = deepFreeze([permit2016, permit2018, permit2026]);

export function permitRuleSetOn(day: CalendarDay): PermitRuleSet | undefined {
  return PERMIT_RULE_SETS.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
}
