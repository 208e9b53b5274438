import type {
  AttendanceInput,
  ChangeGroupSessionInput,
  Enrolments,
  GroupSessionView,
  OpenGroupSessionInput,
  SessionOfFile,
} from '../../../server/contract/groupSession.ts';
import { ask } from './ask.ts';

const pathOf = (id: string): string => `/group-sessions/${encodeURIComponent(id)}`;
type Shown = Pick<GroupSessionView, 'id' | 'version'>;
const asShown = ({ version }: Shown) => ({ 'If-Match': `"${version}"` });

/** What is done of a group session. */
export const groupSessionQuestions = {
  open: async (body: OpenGroupSessionInput, key: string) => {
    const headers = { 'Idempotency-Key': key };
    return (await ask<GroupSessionView>('/group-sessions', { method: 'POST', body, headers })).data;
  },

  read: async (id: string) => (await ask<GroupSessionView>(pathOf(id))).data,

  /** In which sessions to come somebody is enrolled. */
  listOfFile: async (pathwayId: string, signal?: AbortSignal) =>
    (await ask<SessionOfFile[]>(`/pathways/${encodeURIComponent(pathwayId)}/group-sessions`, { signal })).data,

  /** @throws ApiError 412 when somebody changed what one sees of it. */
  change: async (shown: Shown, body: ChangeGroupSessionInput) =>
    (await ask<GroupSessionView>(pathOf(shown.id), { method: 'PUT', body, headers: asShown(shown) })).data,

  enrol: async (id: string, pathwayIds: readonly string[], key: string) => {
    const question = { method: 'POST', body: { pathwayIds }, headers: { 'Idempotency-Key': key } } as const;
    return (await ask<Enrolments>(`${pathOf(id)}/enrolments`, question)).data;
  },

  withdraw: async (id: string, pathwayId: string) => {
    const path = `${pathOf(id)}/enrolments/${encodeURIComponent(pathwayId)}`;
    return (await ask<GroupSessionView>(path, { method: 'DELETE' })).data;
  },

  /** @throws ApiError 412 when somebody changed what one sees of it. */
  sign: async (shown: Shown, body: AttendanceInput) =>
    (await ask<GroupSessionView>(`${pathOf(shown.id)}/attendance`, { method: 'PUT', body, headers: asShown(shown) }))
      .data,
};
