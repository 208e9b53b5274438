import { jest } from '@jest/globals';
import type * as derivation from '../derive.ts';
import type { PermitRuleSet } from '../permitRuleSets/permitRuleSet.ts';
import type * as planning from '../plan.ts';
import type { ContractRuleSet } from '../ruleSets/contractRuleSet.ts';

export type Engine = Pick<typeof planning, 'planPathway' | 'planFollowUp'> & Pick<typeof derivation, 'derivePathway'>;

/** The engine as it is while these sets are published, and no other: what it says of them never depends on later ones. */
export async function engineUnder(
  contract: readonly ContractRuleSet[],
  permit: readonly PermitRuleSet[],
): Promise<Engine> {
  jest.resetModules();
  jest.unstable_mockModule('../ruleSets/published.ts', () => ({ CONTRACT_RULE_SETS: contract }));
  jest.unstable_mockModule('../permitRuleSets/published.ts', () => ({ PERMIT_RULE_SETS: permit }));
  const { planPathway, planFollowUp } = (await import('../plan.ts')) as typeof planning;
  const { derivePathway } = (await import('../derive.ts')) as typeof derivation;
  return { planPathway, planFollowUp, derivePathway };
}
