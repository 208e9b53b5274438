import type { Actor } from './actor.ts';
import type { Role } from './roles.ts';

/**
 * One way by which files are reached: by whoever follows them, by the structure, by the department of residence, or,
 * where nobody follows them yet, by the department again. The branches of a reach never overlap.
 */
export type ReachBranch =
  | { readonly by: 'REFERENT'; readonly referentId: string }
  | { readonly by: 'ORGANISATION'; readonly organisationId: string }
  | { readonly by: 'UNASSIGNED'; readonly department: string }
  | { readonly by: 'DEPARTMENT'; readonly department: string };

const BRANCHES: Record<Role, (actor: Actor) => readonly ReachBranch[]> = {
  ASSOCIATION_CASEWORKER: ({ accountId }) => [{ by: 'REFERENT', referentId: accountId }],
  ASSOCIATION_MANAGER: ({ organisationId, departments }) => [
    { by: 'ORGANISATION', organisationId },
    // A file without structure is before every structure of the department: nobody falls between two chairs.
    ...departments.map((department): ReachBranch => ({ by: 'UNASSIGNED', department })),
  ],
  OFII_AGENT: byDepartment,
  DEPARTMENT_REFERENT: byDepartment,
  PREFECTURE_READER: byDepartment,
  REGIONAL_READER: byDepartment,
  AUDITOR: () => [],
  ADMIN: () => [],
};

function byDepartment({ departments }: Actor): readonly ReachBranch[] {
  return departments.map((department) => ({ by: 'DEPARTMENT', department }));
}

/**
 * The files that someone reaches, as disjoint branches. The row policies of the database decide; this is their readable
 * twin, which lists walk so that each branch finds its index, and a test holds the two together.
 */
export function reachOf(actor: Actor): readonly ReachBranch[] {
  return BRANCHES[actor.role](actor);
}
