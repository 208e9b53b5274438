import { z } from 'zod';
import {
  ACCOUNT_STATES,
  accountChangeInput,
  accountMadeSchema,
  accountSchema,
  newAccountInput,
  passwordLinkSchema,
  reasonInput,
  type AccountView,
} from '../../contract/account.ts';
import { idParams } from '../../contract/common.ts';
import { ROLES } from '../../domain/access/roles.ts';
import { contentRange } from '../../platform/http/contentRange.ts';
import { parseListQuery } from '../../platform/http/listQuery.ts';
import { route, type Answer, type Context } from '../../platform/http/route.ts';
import { findAccounts } from './accounts.queries.ts';
import {
  changeAccount,
  disableAccount,
  enableAccount,
  inviteAgain,
  makeAccount,
  makeResetLink,
  readAccount,
  resetFactor,
} from './accounts.ts';

const filters = {
  q: z.string().trim().min(1).max(100),
  id: z.array(z.uuid()).max(100),
  role: z.enum(ROLES),
  organisationId: z.uuid(),
  state: z.enum(ACCOUNT_STATES),
};
const sorts = ['displayName', 'email', 'id'] as const;

async function listAccounts({ db }: Context, { query }: { query: unknown }): Promise<Answer<AccountView[]>> {
  const asked = parseListQuery(query as Record<string, unknown>, {
    filters,
    sorts,
    defaultSort: ['displayName', 'ASC'],
  });
  const { accounts, total } = await findAccounts(db, asked);
  return { body: accounts, contentRange: contentRange('accounts', asked.offset, accounts.length, total) };
}

const managed = { access: 'accounts.manage', transaction: 'actor' } as const;
const read = { ...managed, audit: { kind: 'READ', files: () => [] } } as const;
const changed = { ...managed, audit: { kind: 'WRITE', files: () => [] } } as const;

export const accountRoutes = [
  route({
    ...read,
    method: 'get',
    path: '/accounts',
    operationId: 'listAccounts',
    summary: 'Accounts',
    list: { filters, sorts },
    output: z.array(accountSchema),
    run: listAccounts,
  }),
  route({
    ...changed,
    audit: { ...changed.audit, made: ({ id }) => id },
    method: 'post',
    path: '/accounts',
    operationId: 'makeAccount',
    summary: 'Make an account, and the link of its invitation',
    freshFactor: true,
    body: newAccountInput,
    output: accountMadeSchema,
    status: 201,
    run: makeAccount,
  }),
  route({
    ...read,
    method: 'get',
    path: '/accounts/:id',
    operationId: 'readAccount',
    summary: 'An account',
    params: idParams,
    output: accountSchema,
    run: readAccount,
  }),
  route({
    ...changed,
    method: 'put',
    path: '/accounts/:id',
    operationId: 'changeAccount',
    summary: 'Change the name and the rights of an account',
    freshFactor: true,
    params: idParams,
    body: accountChangeInput,
    ifMatch: 'required',
    output: accountSchema,
    run: changeAccount,
  }),
  route({
    ...changed,
    method: 'post',
    path: '/accounts/:id/disable',
    operationId: 'disableAccount',
    summary: 'Close an account at once; its files go before the manager',
    params: idParams,
    output: accountSchema,
    run: disableAccount,
  }),
  route({
    ...changed,
    method: 'post',
    path: '/accounts/:id/enable',
    operationId: 'enableAccount',
    summary: 'Open an account again',
    freshFactor: true,
    params: idParams,
    output: accountSchema,
    run: enableAccount,
  }),
  route({
    ...changed,
    method: 'post',
    path: '/accounts/:id/invitation',
    operationId: 'inviteAgain',
    summary: 'Another link of invitation, in place of the former one',
    freshFactor: true,
    params: idParams,
    output: passwordLinkSchema,
    run: inviteAgain,
  }),
  route({
    ...changed,
    method: 'post',
    path: '/accounts/:id/reset-link',
    operationId: 'makeResetLink',
    summary: 'A link to choose another password',
    freshFactor: true,
    params: idParams,
    output: passwordLinkSchema,
    run: makeResetLink,
  }),
  route({
    ...changed,
    audit: { ...changed.audit, purpose: 'SECURITY' },
    method: 'post',
    path: '/accounts/:id/factor-reset',
    operationId: 'resetSecondFactor',
    summary: 'Take a lost second factor back: its owner enrols another',
    freshFactor: true,
    params: idParams,
    body: reasonInput,
    output: accountSchema,
    run: resetFactor,
  }),
];
