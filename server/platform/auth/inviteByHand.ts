import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { newAccountInput } from '../../contract/account.ts';
import { rightsFault, WORKS_IN, type OrganisationKind } from '../../domain/access/accountRights.ts';
import { linkPath, newLink } from './passwordLinks.ts';

export interface InvitedByHand {
  readonly email: string;
  readonly role: string;
  /** By its name; made when there is none. */
  readonly organisation: string;
  readonly departments: readonly string[];
  readonly displayName: string;
}

/** Why somebody cannot be invited, in words for whoever keeps the server. */
export class CannotInvite extends Error {}

/**
 * Invites somebody without being signed in: how the first administrator of an installation comes to be, and another when
 * the last one has lost all she signs in with. Whoever may do this holds the database.
 */
export async function inviteByHand(
  client: pg.ClientBase,
  given: InvitedByHand,
  now: Date,
): Promise<{ path: string; endsAt: Date }> {
  await client.query('begin');
  try {
    await client.query('set local role jalon_owner');
    const accountId = await accountFor(client, given, now);
    const link = newLink('INVITATION', now);
    await client.query('delete from account_links where account_id = $1 and used_at is null', [accountId]);
    await client.query(
      `insert into account_links (id, account_id, kind, token_hash, made_at, ends_at) values ($1, $2, 'INVITATION', $3, $4, $5)`,
      [randomUUID(), accountId, link.tokenHash, now, link.endsAt],
    );
    await client.query('commit');
    return { path: linkPath(link.token), endsAt: link.endsAt };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function accountFor(client: pg.ClientBase, given: InvitedByHand, now: Date): Promise<string> {
  const read = newAccountInput.omit({ organisationId: true }).safeParse({
    email: given.email,
    role: given.role,
    departments: given.departments,
    displayName: given.displayName,
  });
  if (!read.success)
    throw new CannotInvite(
      read.error.issues.map(({ path, message }) => `--${path.join('.') || 'email'}: ${message}`).join('\n'),
    );
  const { email, role, departments, displayName } = read.data;
  const { rows: known } = await client.query<{ id: string; role: string; has_password: boolean; disabled_at: unknown }>(
    'select a.id, a.role, a.has_password, a.disabled_at from accounts a where a.email = $1',
    [email],
  );
  const account = known[0];
  if (account !== undefined) {
    // Who waits for a link is given another one; whoever has signed in asks an administrator.
    if (account.role === role && !account.has_password && account.disabled_at === null) return account.id;
    throw new CannotInvite(
      `An account already has the address ${email}: an administrator of Jalon may give it a link or change its role.`,
    );
  }
  const organisation = await organisationFor(client, given.organisation, WORKS_IN[role], departments[0] ?? null);
  const fault = rightsFault({ role, departments }, organisation.kind);
  if (fault !== undefined) throw new CannotInvite(FAULTS[fault]);

  const id = randomUUID();
  await client.query(
    `insert into accounts (id, email, role, organisation_id, departments, display_name, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, email, role, organisation.id, departments, displayName, now],
  );
  return id;
}

const FAULTS = {
  role_not_of_organisation:
    'This role does not work in this organisation: see WORKS_IN in domain/access/accountRights.ts.',
  departments_missing: 'This role needs departments: --departments 59,62',
  departments_not_of_role: 'This role has no department: leave --departments out.',
} as const;

async function organisationFor(
  client: pg.ClientBase,
  name: string,
  kind: OrganisationKind,
  department: string | null,
): Promise<{ id: string; kind: OrganisationKind }> {
  if (name.trim() === '') throw new CannotInvite('--organisation: its name is missing.');
  const { rows } = await client.query<{ id: string; kind: OrganisationKind }>(
    'select o.id, o.kind from organisations o where o.name = $1',
    [name.trim()],
  );
  if (rows[0] !== undefined) return rows[0];
  const id = randomUUID();
  const isInADepartment = kind !== 'REGION' && kind !== 'PLATFORM';
  await client.query('insert into organisations (id, name, kind, department) values ($1, $2, $3, $4)', [
    id,
    name.trim(),
    kind,
    isInADepartment ? department : null,
  ]);
  return { id, kind };
}
