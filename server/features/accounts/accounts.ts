import { randomUUID } from 'node:crypto';
import type { AccountChange, AccountMade, AccountView, NewAccount, PasswordLinkView } from '../../contract/account.ts';
import { rightsFault, type OrganisationKind } from '../../domain/access/accountRights.ts';
import { linkPath, newLink, type LinkKind } from '../../platform/auth/passwordLinks.ts';
import type { Db } from '../../platform/database/db.ts';
import { conflict, notFound, staleVersion, unauthenticated, unfit } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { findAccount } from './accounts.queries.ts';

const etagOf = (version: number): string => `"${version}"`;

async function answerWith(db: Db, id: string): Promise<Answer<AccountView>> {
  const account = await findAccount(db, id);
  if (account === undefined) throw notFound();
  return { body: account, etag: etagOf(account.version) };
}

export function readAccount({ db }: Context, { params }: { params: { id: string } }): Promise<Answer<AccountView>> {
  return answerWith(db, params.id);
}

/** Makes an account and the link by which its owner chooses her password. */
export async function makeAccount(context: Context, { body }: { body: NewAccount }): Promise<Answer<AccountMade>> {
  const { db, clock } = context;
  await refuseUnfitRights(db, body);
  const id = randomUUID();
  await db.query(
    `insert into accounts (id, email, role, organisation_id, departments, display_name, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, body.email, body.role, body.organisationId, body.departments, body.displayName, clock.now()],
  );
  const link = await makeLink(context, id, 'INVITATION');
  const { body: account, etag } = await answerWith(db, id);
  return { body: { ...account, link }, ...(etag === undefined ? {} : { etag }), location: `/api/accounts/${id}` };
}

/** Changes name and rights: they count from the next request of whoever holds the account. */
export async function changeAccount(
  context: Context,
  { params, body, ifMatch }: { params: { id: string }; body: AccountChange; ifMatch: number | undefined },
): Promise<Answer<AccountView>> {
  const { db, clock } = context;
  const account = await lockAccount(context, params.id);
  await refuseUnfitRights(db, body);
  const changed = await db.query(
    `update accounts
     set role = $2, organisation_id = $3, departments = $4, display_name = $5, version = version + 1, changed_at = $6
     where id = $1 and version = $7 returning id`,
    [
      params.id,
      body.role,
      body.organisationId,
      body.departments,
      body.displayName,
      clock.now(),
      ifMatch ?? account.version,
    ],
  );
  if (changed.length === 0)
    throw staleVersion('Quelqu’un a modifié ce compte depuis que vous l’avez ouvert. Relisez-le avant d’enregistrer.');
  return answerWith(db, params.id);
}

/** Closes an account at once: its sessions are over, its files are before the manager (a trigger of the table does it). */
export async function disableAccount(
  context: Context,
  { params }: { params: { id: string } },
): Promise<Answer<AccountView>> {
  const { db, clock } = context;
  await lockAccount(context, params.id);
  await db.query(
    `update accounts
     set disabled_at = $2, changed_at = $2, sign_in_epoch = sign_in_epoch + 1, version = version + 1
     where id = $1 and disabled_at is null`,
    [params.id, clock.now()],
  );
  return answerWith(db, params.id);
}

/** Opens it again: its former sessions and its former files do not come back. */
export async function enableAccount(
  context: Context,
  { params }: { params: { id: string } },
): Promise<Answer<AccountView>> {
  const { db, clock } = context;
  await lockAccount(context, params.id);
  await db.query(
    `update accounts set disabled_at = null, changed_at = $2, version = version + 1
     where id = $1 and disabled_at is not null`,
    [params.id, clock.now()],
  );
  return answerWith(db, params.id);
}

export async function inviteAgain(
  context: Context,
  { params }: { params: { id: string } },
): Promise<Answer<PasswordLinkView>> {
  const account = await lockAccount(context, params.id);
  if (account.state === 'DISABLED') throw disabled();
  if (account.state === 'ACTIVE')
    throw conflict(
      'already_active',
      'Cette personne a déjà choisi son mot de passe\u00a0: donnez-lui un lien de réinitialisation.',
    );
  return { body: await makeLink(context, params.id, 'INVITATION') };
}

/** A link to choose another password; the second factor stays. */
export async function makeResetLink(
  context: Context,
  { params }: { params: { id: string } },
): Promise<Answer<PasswordLinkView>> {
  const account = await lockAccount(context, params.id);
  if (account.state === 'DISABLED') throw disabled();
  if (account.state === 'INVITED')
    throw conflict(
      'not_yet_active',
      'Cette personne n’a pas encore choisi son mot de passe\u00a0: donnez-lui un lien d’invitation.',
    );
  const link = await makeLink(context, params.id, 'RESET');
  await warnOfTakeover(
    context,
    params.id,
    'select 1 from factor_resets r where r.account_id = $1 and r.at > $2 limit 1',
  );
  return { body: link };
}

/** For whoever lost authenticator and recovery codes: her sessions are over, and she enrols again at her next sign-in. */
export async function resetFactor(
  context: Context,
  { params, body }: { params: { id: string }; body: { reason: string } },
): Promise<Answer<AccountView>> {
  const { actor, db, clock } = context;
  const account = await lockAccount(context, params.id);
  if (!account.hasSecondFactor) throw conflict('no_second_factor', 'Ce compte n’a pas de second facteur.');
  await db.query('delete from second_factors where account_id = $1', [params.id]);
  await db.query('insert into factor_resets (account_id, by_account, reason, at) values ($1, $2, $3, $4)', [
    params.id,
    actor.accountId,
    body.reason,
    clock.now(),
  ]);
  await db.query(
    'update accounts set sign_in_epoch = sign_in_epoch + 1, version = version + 1, changed_at = $2 where id = $1',
    [params.id, clock.now()],
  );
  await warnOfTakeover(
    context,
    params.id,
    `select 1 from account_links l where l.account_id = $1 and l.kind = 'RESET' and l.made_at > $2 limit 1`,
  );
  return answerWith(db, params.id);
}

const A_DAY_MS = 24 * 3_600_000;

/**
 * Each alone is an ordinary help; both within a day let whoever gave them sign in as the owner of the account. The auditor
 * is told by whichever comes second.
 */
async function warnOfTakeover(
  { actor, db, clock, requestId }: Context,
  accountId: string,
  theOther: string,
): Promise<void> {
  const other = await db.one(theOther, [accountId, new Date(clock.now().getTime() - A_DAY_MS)]);
  if (other === undefined) return;
  await db.audit(actor, {
    operation: 'factorAndLinkOfOneAccount',
    kind: 'ALERT',
    outcome: 'DONE',
    purpose: 'SECURITY',
    askedId: accountId,
    pathwayIds: [],
    fields: [],
    requestId,
  });
}

const disabled = () => conflict('account_disabled', 'Ce compte est désactivé\u00a0: réactivez-le d’abord.');

/** Any number: one change of accounts at a time. */
const CHANGES_OF_ACCOUNTS = 4_851_202;

/**
 * The account to change, while nobody else changes one. Two administrators who disable each other at once must leave
 * one: the second finds herself disabled, and is not signed in any more.
 */
async function lockAccount({ db, actor }: Context, id: string): Promise<AccountView> {
  await db.query('select pg_advisory_xact_lock($1)', [CHANGES_OF_ACCOUNTS]);
  const self = await findAccount(db, actor.accountId);
  if (self === undefined || self.state === 'DISABLED' || self.role !== 'ADMIN') throw unauthenticated();
  const account = await findAccount(db, id);
  if (account === undefined) throw notFound();
  if (id === actor.accountId) throw await ownAccount(db, actor.accountId);
  return account;
}

/** Nobody changes her own rights; and the last administrator stays. */
async function ownAccount(db: Db, ownId: string) {
  const other = await db.one(
    `select 1 from accounts a where a.role = 'ADMIN' and a.disabled_at is null and a.id <> $1 limit 1`,
    [ownId],
  );
  return other === undefined
    ? conflict(
        'last_administrator',
        'Vous êtes la dernière personne à administrer Jalon\u00a0: votre compte reste ouvert, avec ses droits.',
      )
    : conflict(
        'own_account',
        'Personne ne change son propre compte\u00a0: demandez-le à une autre personne qui administre Jalon.',
      );
}

async function refuseUnfitRights(db: Db, given: AccountChange): Promise<void> {
  const organisation = await db.one<{ kind: OrganisationKind }>('select o.kind from organisations o where o.id = $1', [
    given.organisationId,
  ]);
  if (organisation === undefined)
    throw unfit('unknown_organisation', 'Cette structure n’existe pas.', { organisationId: 'Structure inconnue.' });
  switch (rightsFault(given, organisation.kind)) {
    case 'role_not_of_organisation':
      throw unfit('role_not_of_organisation', 'Ce rôle ne s’exerce pas dans cette structure.', {
        role: 'Ce rôle ne s’exerce pas dans cette structure.',
      });
    case 'departments_missing':
      throw unfit('departments_missing', 'Indiquez au moins un département.', {
        departments: 'Indiquez au moins un département.',
      });
    case 'departments_not_of_role':
      throw unfit('departments_not_of_role', 'Ce rôle n’a pas de département.', {
        departments: 'Ce rôle n’a pas de département.',
      });
    case undefined:
  }
}

async function makeLink({ db, actor, clock }: Context, accountId: string, kind: LinkKind): Promise<PasswordLinkView> {
  const link = newLink(kind, clock.now());
  // The former one is in nobody's hands any more, or in wrong ones.
  await db.query('delete from account_links where account_id = $1 and used_at is null', [accountId]);
  await db.query(
    `insert into account_links (id, account_id, kind, token_hash, made_by, made_at, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [randomUUID(), accountId, kind, link.tokenHash, actor.accountId, clock.now(), link.endsAt],
  );
  return { path: linkPath(link.token), endsAt: link.endsAt.toISOString() };
}
