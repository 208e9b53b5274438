import type { Role } from './roles.ts';

/** Who acts: taken from the session, never from the request. */
export interface Actor {
  readonly accountId: string;
  readonly role: Role;
  readonly organisationId: string;
  /** Departments of the territory: the referent's, the prefecture's, the OFII agent's; the structure's own for an association. */
  readonly departments: readonly string[];
  readonly displayName: string;
}
