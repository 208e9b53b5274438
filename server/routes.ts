import { accountRoutes } from './features/accounts/accounts.routes.ts';
import { auditRoutes } from './features/audit/audit.routes.ts';
import { identityRoutes } from './features/identities/inviteIdentity.ts';
import { importRoutes } from './features/imports/imports.routes.ts';
import { mergingRoutes } from './features/merging/merging.routes.ts';
import { noteRoutes } from './features/notes/notes.routes.ts';
import { groupSessionRoutes } from './features/groupSessions/groupSessions.routes.ts';
import { weekRoutes } from './features/week/week.routes.ts';
import { viewRoutes } from './features/views/views.routes.ts';
import { draftRoutes } from './features/drafts/drafts.routes.ts';
import { entryRoutes } from './features/entries/entries.routes.ts';
import { taskRoutes } from './features/tasks/tasks.routes.ts';
import { organisationRoutes } from './features/organisations/organisations.routes.ts';
import { pathwayRoutes } from './features/pathways/pathways.routes.ts';
import { peopleRoutes } from './features/people/people.routes.ts';
import { reportRoutes } from './features/reports/reports.routes.ts';
import { rightsRoutes } from './features/rights/rights.routes.ts';
import { thresholdRoutes } from './features/thresholds/thresholds.routes.ts';
import { stallRoutes } from './features/stalls/stalls.routes.ts';
import { ownAccountRoutes } from './features/session/ownAccount.routes.ts';
import type { Route } from './platform/http/route.ts';

/** Every declared route: what is served, what openapi.json describes, what the table of accesses is compared with. */
export const ROUTES: readonly Route[] = [
  ...pathwayRoutes,
  ...rightsRoutes,
  ...noteRoutes,
  ...taskRoutes,
  ...entryRoutes,
  ...viewRoutes,
  ...draftRoutes,
  ...groupSessionRoutes,
  ...weekRoutes,
  ...peopleRoutes,
  ...mergingRoutes,
  ...stallRoutes,
  ...thresholdRoutes,
  ...reportRoutes,
  ...importRoutes,
  ...organisationRoutes,
  ...ownAccountRoutes,
  ...accountRoutes,
  ...auditRoutes,
  ...identityRoutes,
];
