import type {
  AccountChange,
  AccountMade,
  AccountView,
  NewAccount,
  OrganisationView,
  PasswordLinkView,
} from '../../../server/contract/account.ts';
import type {
  EnrolmentView,
  InstanceView,
  OwnFactorView,
  OwnSessionRow,
  RecoveryCodesView,
  SessionView,
} from '../../../server/contract/session.ts';
import { ask } from './ask.ts';

const post = async <T>(path: string, body: object = {}): Promise<T> =>
  (await ask<T>(path, { method: 'POST', body })).data;
const put = async <T>(path: string, version: number, body: object): Promise<T> =>
  (await ask<T>(path, { method: 'PUT', body, headers: { 'If-Match': `"${version}"` } })).data;
const at = (id: string): string => `/accounts/${encodeURIComponent(id)}`;

/** One's own account: second factor, password, sessions. */
export const ownAccount = {
  factor: async (signal?: AbortSignal) => (await ask<OwnFactorView>('/session/factor', { signal })).data,
  showFactor: (code: string) => post<SessionView>('/session/factor', { code }),
  startEnrolment: () => post<EnrolmentView>('/session/enrolment'),
  confirmEnrolment: (code: string) => post<RecoveryCodesView>('/session/enrolment/confirm', { code }),
  newRecoveryCodes: () => post<RecoveryCodesView>('/session/recovery-codes'),
  changePassword: (body: { currentPassword: string; newPassword: string }) =>
    post<{ id: string }>('/session/password', body),
  sessions: async (signal?: AbortSignal) => (await ask<OwnSessionRow[]>('/sessions', { signal })).data,
  endSession: async (id: string) => {
    await ask(`/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });
  },
  endOtherSessions: async () => {
    await ask('/sessions', { method: 'DELETE' });
  },
  /** Before anybody is signed in. */
  choosePassword: async (body: { token: string; newPassword: string }) => {
    await ask('/password-links', { method: 'POST', body, withoutSession: true });
  },
  /** In a demonstration, what the authenticator of an account shows; undefined elsewhere. */
  demoCode: async (email: string) => {
    const { data } = await ask<InstanceView>('/instance', { withoutSession: true });
    return data.demoAccounts.find((account) => account.email === email)?.code;
  },
};

/** What administrators do with the accounts and structures of others. */
export const administration = {
  makeAccount: (body: NewAccount) => post<AccountMade>('/accounts', body),
  changeAccount: (id: string, version: number, body: AccountChange) => put<AccountView>(at(id), version, body),
  disable: (id: string) => post<AccountView>(`${at(id)}/disable`),
  enable: (id: string) => post<AccountView>(`${at(id)}/enable`),
  invite: (id: string) => post<PasswordLinkView>(`${at(id)}/invitation`),
  resetLink: (id: string) => post<PasswordLinkView>(`${at(id)}/reset-link`),
  resetFactor: (id: string, reason: string) => post<AccountView>(`${at(id)}/factor-reset`, { reason }),
  organisation: async (id: string, signal?: AbortSignal) =>
    (await ask<OrganisationView>(`/organisations/${encodeURIComponent(id)}`, { signal })).data,
  makeOrganisation: (body: Omit<OrganisationView, 'id' | 'version'>) => post<OrganisationView>('/organisations', body),
  renameOrganisation: (id: string, version: number, body: { name: string }) =>
    put<OrganisationView>(`/organisations/${encodeURIComponent(id)}`, version, body),
};
