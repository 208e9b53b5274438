import type { Role } from './roles.ts';

export type OrganisationKind = 'ASSOCIATION' | 'OFII' | 'PREFECTURE' | 'REGION' | 'PLATFORM';

/** Where somebody of each role works. */
export const WORKS_IN: Record<Role, OrganisationKind> = {
  ASSOCIATION_CASEWORKER: 'ASSOCIATION',
  ASSOCIATION_MANAGER: 'ASSOCIATION',
  OFII_AGENT: 'OFII',
  DEPARTMENT_REFERENT: 'PREFECTURE',
  PREFECTURE_READER: 'PREFECTURE',
  REGIONAL_READER: 'REGION',
  AUDITOR: 'PLATFORM',
  ADMIN: 'PLATFORM',
};

/** Whether a role reaches files or figures by departments, and so must be given at least one. */
export function needsDepartments(role: Role): boolean {
  return role !== 'AUDITOR' && role !== 'ADMIN';
}

/** Why these rights do not go together; undefined when they do. */
export function rightsFault(
  { role, departments }: { readonly role: Role; readonly departments: readonly string[] },
  kind: OrganisationKind,
): 'role_not_of_organisation' | 'departments_missing' | 'departments_not_of_role' | undefined {
  if (WORKS_IN[role] !== kind) return 'role_not_of_organisation';
  if (needsDepartments(role) && departments.length === 0) return 'departments_missing';
  return !needsDepartments(role) && departments.length > 0 ? 'departments_not_of_role' : undefined;
}
