import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../../domain/access/roles.ts';
import { appendAsAuth } from '../audit/append.ts';
import { Problem, unfit } from '../http/problem.ts';
import type { Auth } from './auth.ts';
import { inTransaction } from './inTransaction.ts';
import { hashPassword } from './passwords.ts';
import { passwordFault } from './passwordStrength.ts';

export type LinkKind = 'INVITATION' | 'RESET';

const HOURS: Record<LinkKind, number> = { INVITATION: 72, RESET: 1 };

export interface NewLink {
  /** Shown once; the database keeps its hash. */
  readonly token: string;
  readonly tokenHash: Buffer;
  readonly endsAt: Date;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export function newLink(kind: LinkKind, now: Date): NewLink {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashOf(token), endsAt: new Date(now.getTime() + HOURS[kind] * 60 * 60 * 1000) };
}

/** Where a link leads: after the « # », which no server and no log is told. */
export function linkPath(token: string): string {
  return `/#/password-link?token=${token}`;
}

/** Unknown, used, over, of a disabled account: one answer, so that a link tells nothing of an account. */
const linkOver = (): Problem =>
  new Problem({
    status: 404,
    code: 'link_not_valid',
    title: 'Lien sans effet',
    detail: 'Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre à la personne qui administre Jalon.',
  });

interface Owner {
  id: string;
  email: string;
  role: Role;
  display_name: string;
  organisation: string;
}

/**
 * Sets the password that a link lets choose, and uses the link up. Every session open until then is over; the second
 * factor stays: a reset proves an address, not the person.
 * @throws 404 for a link that is not valid, 422 for a password that is too weak
 */
export async function choosePassword(
  { pool, clock }: Auth,
  { token, newPassword, requestId }: { token: string; newPassword: string; requestId: string },
): Promise<void> {
  const tokenHash = hashOf(token);
  const now = clock.now();
  const { rows } = await pool.query<Owner>(
    `select a.id, a.email, a.role, a.display_name, o.name as organisation
     from account_links l
     join accounts a on a.id = l.account_id
     join organisations o on o.id = a.organisation_id
     where l.token_hash = $1 and l.used_at is null and l.ends_at > $2 and a.disabled_at is null`,
    [tokenHash, now],
  );
  const owner = rows[0];
  if (owner === undefined) throw linkOver();
  const fault = passwordFault(newPassword, { ...owner, displayName: owner.display_name });
  if (fault !== undefined) throw unfit('password_refused', fault, { newPassword: fault });

  const passwordHash = await hashPassword(newPassword);

  await inTransaction(pool, async (client) => {
    // Of two who bring the same link at once, one succeeds.
    const { rowCount } = await client.query(
      `update account_links l set used_at = $2
       from accounts a
       where a.id = l.account_id and a.disabled_at is null
         and l.token_hash = $1 and l.used_at is null and l.ends_at > $2`,
      [tokenHash, now],
    );
    if (rowCount !== 1) throw linkOver();
    await client.query('update accounts set password_hash = $2, sign_in_epoch = sign_in_epoch + 1 where id = $1', [
      owner.id,
      passwordHash,
    ]);
    await client.query('delete from sessions where account_id = $1', [owner.id]);
    await appendAsAuth(client, { operation: 'usePasswordLink', outcome: 'DONE', accountId: owner.id, requestId });
  });
}
