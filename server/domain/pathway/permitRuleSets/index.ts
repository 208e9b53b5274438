import type { CalendarDay } from '../../calendar/calendarDay.ts';
import { inForceOn } from '../inForce.ts';
import type { PermitRuleSet } from './permitRuleSet.ts';
import { PERMIT_RULE_SETS } from './published.ts';

/** The second clock (decision 5): the card follows the day of its first application, never the signature. */
export function permitRuleSetOn(day: CalendarDay): PermitRuleSet | undefined {
  return inForceOn(PERMIT_RULE_SETS, day);
}

/** Whether the multi-year card asks for the civic exam; no set is older than the card itself. */
export function isExamAskedBy(set: PermitRuleSet | undefined): boolean {
  return set !== undefined && set.multiYearCard.civicExam !== false;
}

export { PERMIT_RULE_SETS };
