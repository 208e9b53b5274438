import type { DraftKept, DraftView } from '../../../server/contract/draft.ts';
import { ask } from './ask.ts';

/** The header of what a form sends: the draft that ends there, and its version; none when nothing is kept. */
export type EndsDraft = Readonly<Record<string, string>>;

export const endsDraft = (formKey: string, version: number | undefined): EndsDraft =>
  version === undefined ? {} : { 'Ends-Draft': `${formKey} "${version}"` };

/** Less than elsewhere: what is typed is on the page alone meanwhile, and a form that is sent waits for its draft. */
const silenceMs = 15_000;

const pathOf = (formKey: string): string => `/drafts/${encodeURIComponent(formKey)}`;
const known = (version: number): Record<string, string> => ({ 'If-Match': `"${version}"` });

/** What is typed and not sent yet, kept by the server for whoever types it. */
export const draftQuestions = {
  read: async (formKey: string) => (await ask<DraftView>(pathOf(formKey), { silenceMs })).data,

  /** @throws ApiError 412 when another tab kept something since that version. */
  keep: async (formKey: string, value: object, { version, isLeaving }: { version: number; isLeaving: boolean }) => {
    const question = { method: 'PUT', body: { value }, headers: known(version), keepalive: isLeaving } as const;
    return (await ask<DraftKept>(pathOf(formKey), { ...question, silenceMs })).data;
  },

  discard: async (formKey: string, version: number) => {
    await ask(pathOf(formKey), { method: 'DELETE', headers: known(version), silenceMs });
  },
};
