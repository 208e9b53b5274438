import type { Domain, StallRuleCode } from '../pathway/codes.ts';
import { stepDefinition } from '../pathway/steps/index.ts';
import { RULES, stallRule } from '../stall/rules.ts';
import { isOfiiDomain, OFII_DOMAINS } from './ofiiDomains.ts';

/**
 * A stall is the office's to read when it is of its domains and so is every step that may clear it: that « neither job nor
 * home » is over, when no job was noted, tells that a home was found. The row policy of the stalls says the same list.
 */
export function isOfiiStall(code: StallRuleCode): boolean {
  return isStallOf(OFII_DOMAINS, code);
}

/** Whether a stall tells of these domains alone. */
export function isStallOf(domains: readonly Domain[], code: StallRuleCode): boolean {
  const { domain, clearedByStep = [] } = stallRule(code);
  return [domain, ...clearedByStep.map(([step]) => stepDefinition(step).domain)].every((one) => domains.includes(one));
}

/** The stalls of the office's domains that tell of another one all the same. */
export const STALLS_TELLING_OF_OTHERS: readonly StallRuleCode[] = RULES.filter(
  ({ code, domain }) => isOfiiDomain(domain) && !isOfiiStall(code),
).map(({ code }) => code);
