import { attack } from './attack.ts';
import { findFirstHidden } from './goals.ts';
import type { PageModel } from './pageModel.ts';
import type { DisclosurePolicy } from './policy.ts';
import type { PublishedTable, Relation } from './table.ts';

/**
 * The last look at a page before it goes out: every cell that the policy hides is hidden, and the adversary knows no
 * hidden cell more closely than it may.
 * @param model the true page
 */
export function withstandsAttack(
  model: PageModel,
  published: readonly PublishedTable[],
  relations: readonly Relation[],
  policy: DisclosurePolicy,
): boolean {
  const deductions = new Map(
    attack(published, relations).map((deduction) => [model.cellAt(deduction.table, deduction.at), deduction]),
  );
  const goals = new Map(findFirstHidden(model, policy).goals.map((goal) => [goal.cell, goal]));
  return (
    [...goals.keys()].every((cell) => deductions.has(cell)) &&
    [...deductions].every(([cell, { low, high }]) => {
      const goal = goals.get(cell);
      return low <= (goal?.low ?? 1) && high >= (goal?.high ?? policy.threshold);
    })
  );
}
