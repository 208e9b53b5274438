import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Clock } from '../../clock.ts';
import type { VerifiedIdentity } from './identity.ts';

/** An account, with what the structure of an identity is compared with. */
export interface KnownAccount {
  readonly accountId: string;
  readonly organisationSiret: string | null;
}

export interface LinkedIdentity {
  readonly id: string;
  readonly issuer: string;
  readonly linkedAt: string;
}

export interface Identities {
  /** The enabled account that an identity opens. Found by issuer and subject alone. */
  accountOf(identity: VerifiedIdentity): Promise<KnownAccount | undefined>;
  account(accountId: string): Promise<KnownAccount | undefined>;
  /** The account that an invitation is for, while it holds; and whether something opens it already. */
  invited(invitation: string): Promise<(KnownAccount & { readonly isOpen: boolean }) | undefined>;
  /** Links an identity to the account of somebody who is signed in. False when another account has it. */
  linkOwn(accountId: string, identity: VerifiedIdentity): Promise<boolean>;
  /** Links it to the account of an invitation, which is used by that. False when it was used meanwhile. */
  linkInvited(invitation: string, identity: VerifiedIdentity): Promise<boolean>;
  /** Whether any account has it, a disabled one too. */
  isLinked(identity: VerifiedIdentity): Promise<boolean>;
  listOf(accountId: string): Promise<LinkedIdentity[]>;
  credentialsOf(accountId: string): Promise<{ readonly email: string; readonly passwordHash: string | null }>;
  unlink(accountId: string, id: string): Promise<boolean>;
}

const ACCOUNT = `select a.id as "accountId", o.siret as "organisationSiret"
  from accounts a join organisations o on o.id = a.organisation_id`;

/** Whether somebody can come in already: who sends invitations must not let another person into her account. */
const IS_OPEN = `(a.password_hash is not null
  or exists (select 1 from account_identities k where k.account_id = a.id))`;

/** How an invitation is kept: whoever reads the table cannot use it. */
export function invitationHash(token: string): string {
  return createHash('sha256').update(`invitation:${token}`).digest('base64url');
}

export function identitiesStore(pool: pg.Pool, clock: Clock): Identities {
  const one = async <T extends object>(sql: string, parameters: unknown[]): Promise<T | undefined> =>
    (await pool.query<T>(sql, parameters)).rows[0];
  return {
    accountOf: ({ issuer, subject }) =>
      one(
        `${ACCOUNT} join account_identities i on i.account_id = a.id
         where i.issuer = $1 and i.subject = $2 and a.disabled_at is null`,
        [issuer, subject],
      ),
    account: (accountId) => one(`${ACCOUNT} where a.id = $1 and a.disabled_at is null`, [accountId]),
    invited: (invitation) =>
      one(
        `select a.id as "accountId", o.siret as "organisationSiret", ${IS_OPEN} as "isOpen"
         from identity_invitations i
         join accounts a on a.id = i.account_id
         join organisations o on o.id = a.organisation_id
         where i.token_hash = $1 and i.used_at is null and i.expires_at > $2 and a.disabled_at is null`,
        [invitation, clock.now()],
      ),
    linkOwn: async (accountId, { issuer, subject }) => {
      // Linking again what is already hers changes nothing, and is no mistake.
      await pool.query(
        `insert into account_identities (id, account_id, issuer, subject, linked_by, linked_at)
         values ($1, $2, $3, $4, 'SELF', $5) on conflict (issuer, subject) do nothing`,
        [randomUUID(), accountId, issuer, subject, clock.now()],
      );
      const kept = await one<{ accountId: string }>(
        'select i.account_id as "accountId" from account_identities i where i.issuer = $1 and i.subject = $2',
        [issuer, subject],
      );
      return kept?.accountId === accountId;
    },
    linkInvited: async (invitation, { issuer, subject }) => {
      const { rowCount } = await pool.query(
        `with used as (
           update identity_invitations i set used_at = $2
           from accounts a
           where i.token_hash = $1 and i.used_at is null and i.expires_at > $2 and a.id = i.account_id and not ${IS_OPEN}
           returning i.account_id
         )
         insert into account_identities (id, account_id, issuer, subject, linked_by, linked_at)
         select $3, u.account_id, $4, $5, 'INVITATION', $2 from used u
         on conflict (issuer, subject) do nothing`,
        [invitation, clock.now(), randomUUID(), issuer, subject],
      );
      return rowCount === 1;
    },
    isLinked: async ({ issuer, subject }) =>
      (await one('select i.id from account_identities i where i.issuer = $1 and i.subject = $2', [issuer, subject])) !==
      undefined,
    listOf: async (accountId) =>
      (
        await pool.query<LinkedIdentity>(
          `select i.id, i.issuer, i.linked_at as "linkedAt" from account_identities i
           where i.account_id = $1 order by i.linked_at, i.id`,
          [accountId],
        )
      ).rows,
    credentialsOf: async (accountId) =>
      (await one<{ email: string; passwordHash: string | null }>(
        'select a.email, a.password_hash as "passwordHash" from accounts a where a.id = $1 and a.disabled_at is null',
        [accountId],
      )) ?? { email: '', passwordHash: null },
    unlink: async (accountId, id) =>
      (await pool.query('delete from account_identities where id = $1 and account_id = $2', [id, accountId]))
        .rowCount === 1,
  };
}
