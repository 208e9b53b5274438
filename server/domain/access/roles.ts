import type { Action } from './actions.ts';

export const ROLES = [
  'ASSOCIATION_CASEWORKER',
  'ASSOCIATION_MANAGER',
  'OFII_AGENT',
  'DEPARTMENT_REFERENT',
  'PREFECTURE_READER',
  'REGIONAL_READER',
  'AUDITOR',
  'ADMIN',
] as const;

export type Role = (typeof ROLES)[number];

const EVERYONE = ['session.read', 'account.own', 'plan.compute'] as const satisfies readonly Action[];

/**
 * What each role may do, and nothing else. Which files it may do it to is the reach of the role: the row policies of
 * the database, of which `domain/access/reach.ts` is the readable twin.
 */
export const ROLE_ACTIONS = {
  ASSOCIATION_CASEWORKER: [
    ...EVERYONE,
    'pathways.list',
    'pathways.export',
    'pathways.read',
    'pathways.open',
    'pathways.correct',
    'events.record',
    'people.search',
    'people.tellApart',
    'stalls.list',
    'organisations.list',
    'week.read',
    'views.keep',
    'tasks.plan',
    'drafts.keep',
    'groupSessions.hold',
    'notes.read',
    'notes.write',
    'accesses.read',
    'pathways.breakGlass',
    'openings.list',
  ],
  ASSOCIATION_MANAGER: [
    ...EVERYONE,
    'pathways.list',
    'pathways.export',
    'pathways.read',
    'pathways.open',
    'pathways.correct',
    'pathways.assign',
    'pathways.seal',
    'pathways.transfer',
    'events.record',
    'people.search',
    'people.tellApart',
    'pathways.merge',
    'stalls.list',
    'organisations.list',
    'caseworkers.list',
    'week.read',
    'views.keep',
    'tasks.plan',
    'drafts.keep',
    'groupSessions.hold',
    'notes.read',
    'notes.write',
    'notes.count',
    'accesses.read',
    'pathways.breakGlass',
    'openings.list',
  ],
  OFII_AGENT: [
    ...EVERYONE,
    'pathways.list',
    'pathways.read',
    'pathways.assign',
    'events.record',
    'people.search',
    'stalls.list',
    'imports.manage',
    'views.keep',
    'organisations.list',
  ],
  DEPARTMENT_REFERENT: [
    ...EVERYONE,
    'pathways.list',
    'pathways.read',
    'stalls.list',
    'stalls.act',
    'views.keep',
    'pathways.reveal',
    'reports.read',
    'organisations.list',
  ],
  PREFECTURE_READER: [...EVERYONE, 'reports.read'],
  REGIONAL_READER: [...EVERYONE, 'reports.read'],
  AUDITOR: [...EVERYONE, 'organisations.list', 'audit.read', 'openings.list'],
  ADMIN: [
    ...EVERYONE,
    'organisations.list',
    'organisations.manage',
    'accounts.manage',
    'accounts.invite',
    'thresholds.manage',
  ],
} as const satisfies Record<Role, readonly Action[]>;

/** Whether a role may ever call an operation that needs this action. */
export function mayEver(role: Role, action: Action): boolean {
  return (ROLE_ACTIONS[role] as readonly Action[]).includes(action);
}

/** The roles that may call an operation: `x-roles` of the OpenAPI document. */
export function rolesThatMay(action: Action): Role[] {
  return ROLES.filter((role) => mayEver(role, action));
}
