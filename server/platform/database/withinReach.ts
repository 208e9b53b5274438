import type { Actor } from '../../domain/access/actor.ts';
import { reachOf, type ReachBranch } from '../../domain/access/reach.ts';

/**
 * The branches of someone's reach, each as a condition on any table that carries the isolation keys (given by its alias);
 * their values are added to `parameters`. A condition gives an index to the query. What may be seen is decided by the row
 * policies all the same: forgetting one shows nothing more.
 */
export function withinReach(actor: Actor, parameters: unknown[]): ((alias: string) => string)[] {
  return reachOf(actor).map((branch) => {
    const [condition, value] = conditionOf(branch);
    const parameter = `$${parameters.push(value)}`;
    return (alias) => condition.replaceAll('t.', `${alias}.`).replace('?', parameter);
  });
}

function conditionOf(branch: ReachBranch): [condition: string, value: string] {
  switch (branch.by) {
    case 'REFERENT':
      return ['t.referent_id = ?::uuid', branch.referentId];
    case 'ORGANISATION':
      return ['t.organisation_id = ?::uuid', branch.organisationId];
    case 'UNASSIGNED':
      return ['t.organisation_id is null and t.department = ?', branch.department];
    case 'DEPARTMENT':
      return ['t.department = ?', branch.department];
  }
}
