import type { StallRuleCode } from '../pathway/codes.ts';
import { stepDefinition } from '../pathway/steps/index.ts';
import { RULES, stallRule } from '../stall/rules.ts';
import { isOfiiDomain } from './ofiiDomains.ts';

/**
 * A stall is the office's to read when it is of its domains and so is every step that may clear it: that « neither job nor
 * home » is over, when no job was noted, tells that a home was found. The row policy of the stalls says the same list.
 */
export function isOfiiStall(code: StallRuleCode): boolean {
  const { domain, clearedByStep = [] } = stallRule(code);
  return isOfiiDomain(domain) && clearedByStep.every(([step]) => isOfiiDomain(stepDefinition(step).domain));
}

/** The stalls of the office's domains that tell of another one all the same. */
export const STALLS_TELLING_OF_OTHERS: readonly StallRuleCode[] = RULES.filter(
  ({ code, domain }) => isOfiiDomain(domain) && !isOfiiStall(code),
).map(({ code }) => code);
