import type { Identities, KnownAccount } from '../../platform/auth/oidc/identities.ts';
import type { VerifiedIdentity } from '../../platform/auth/oidc/identity.ts';
import type { FlowPurpose } from '../../platform/auth/oidc/pendingFlows.ts';
import { refusal } from '../../platform/auth/oidc/refusals.ts';

/**
 * Finds or links the account of a verified identity.
 * @returns the account that it opens
 * @throws Problem when there is none, or when it is not of the structure that the provider tells
 */
export async function finishAtProvider(
  identities: Identities,
  purpose: FlowPurpose,
  identity: VerifiedIdentity,
): Promise<string> {
  if (purpose.kind === 'SIGN_IN') {
    const account = await identities.accountOf(identity);
    if (account === undefined) throw refusal('identity_unknown');
    return ofItsStructure(account, identity);
  }
  if (purpose.kind === 'LINK') {
    const account = await identities.account(purpose.accountId);
    if (account === undefined) throw refusal('identity_unknown');
    const accountId = ofItsStructure(account, identity);
    if (!(await identities.linkOwn(accountId, identity))) throw refusal('identity_taken');
    return accountId;
  }
  const account = await requireInvited(identities, purpose.invitation);
  const accountId = ofItsStructure(account, identity);
  if (await identities.isLinked(identity)) throw refusal('identity_taken');
  if (!(await identities.linkInvited(purpose.invitation, identity))) throw refusal('invitation_unknown');
  return accountId;
}

/** The account that an invitation lets somebody into for the first time. */
export async function requireInvited(identities: Identities, invitation: string): Promise<KnownAccount> {
  const account = await identities.invited(invitation);
  if (account === undefined) throw refusal('invitation_unknown');
  if (account.isOpen) throw refusal('account_already_open');
  return account;
}

/** A person who changed employers keeps her identity at the provider, and loses what the former one opened. */
function ofItsStructure({ accountId, organisationSiret }: KnownAccount, { siret }: VerifiedIdentity): string {
  if (siret !== undefined && siret !== organisationSiret) throw refusal('oidc_siret_of_another_organisation');
  return accountId;
}
