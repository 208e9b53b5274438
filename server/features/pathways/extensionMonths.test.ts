import { expect, test } from '@jest/globals';
import type * as contract from '../../contract/pathway.ts';
import { PERMIT_RULE_SETS } from '../../domain/pathway/permitRuleSets/index.ts';
import { contractRuleSet, CONTRACT_RULE_SETS } from '../../domain/pathway/ruleSets/index.ts';
import { engineUnder } from '../../domain/pathway/testing/engineUnder.ts';

/** Under a last set with this ceiling: whether so many months may be said, of an extension and of the opening facts. */
async function accepted(maxExtensionMonths: number, months: number): Promise<boolean[]> {
  const last = { ...contractRuleSet('CIR-2025'), validFrom: '2027-07-01', maxExtensionMonths };
  await engineUnder([...CONTRACT_RULE_SETS, last], PERMIT_RULE_SETS);
  const { eventInputSchema, factsSchema } = (await import('../../contract/pathway.ts')) as typeof contract;
  const extended = { contract: 'EXTENDED', on: '2028-06-01', months };
  return [eventInputSchema.safeParse(extended).success, factsSchema.safeParse({ extensionMonths: months }).success];
}

test('an extension is said in as many months as the most generous of the rule sets grants, and no more', async () => {
  expect(await accepted(12, 12)).toEqual([true, true]);
  expect(await accepted(12, 13)).toEqual([false, false]);
  expect(await accepted(18, 18)).toEqual([true, true]);
  expect(await accepted(18, 19)).toEqual([false, false]);
});
