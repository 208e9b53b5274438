/**
 * Everything a signed-in person may ask of Jalon. A route names one of these beside its path; a role that does not
 * list it is refused with 403 (deny by default, decision 19).
 */
export const ACTIONS = [
  'session.read',
  'account.own',
  'plan.compute',
  'pathways.list',
  'pathways.export',
  'pathways.read',
  'pathways.open',
  'pathways.correct',
  'pathways.assign',
  'pathways.seal',
  'pathways.transfer',
  'pathways.reveal',
  'pathways.breakGlass',
  'openings.list',
  'events.record',
  'people.search',
  'people.tellApart',
  'stalls.list',
  'stalls.act',
  'reports.read',
  'imports.manage',
  'organisations.list',
  'caseworkers.list',
  'thresholds.manage',
  'week.read',
  'views.keep',
  'tasks.plan',
  'groupSessions.hold',
  'notes.read',
  'notes.write',
  'notes.count',
  'accesses.read',
  'audit.read',
  'accounts.invite',
  'accounts.manage',
  'organisations.manage',
] as const;

export type Action = (typeof ACTIONS)[number];
