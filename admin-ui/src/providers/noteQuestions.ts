import type { NoteInput, NoteView, NoteWithTexts, PrivateNotes } from '../../../server/contract/note.ts';
import { ask } from './ask.ts';
import type { EndsDraft } from './draftQuestions.ts';

const at = (pathwayId: string): string => `/pathways/${encodeURIComponent(pathwayId)}`;
const pathOf = ({ pathwayId, id }: Pick<NoteView, 'pathwayId' | 'id'>): string =>
  `${at(pathwayId)}/notes/${encodeURIComponent(id)}`;
const shown = ({ version }: NoteView): Record<string, string> => ({ 'If-Match': `"${version}"` });

/** The notes of a file, one by one; their list is a list like the others. */
export const noteQuestions = {
  write: async (pathwayId: string, body: NoteInput, key: string, endsDraft: EndsDraft) => {
    const headers = { 'Idempotency-Key': key, ...endsDraft };
    return (await ask<NoteView>(`${at(pathwayId)}/notes`, { method: 'POST', body, headers })).data;
  },

  read: async (note: NoteView, signal?: AbortSignal) => (await ask<NoteWithTexts>(pathOf(note), { signal })).data,

  correct: async (note: NoteView, body: NoteInput) =>
    (await ask<NoteWithTexts>(pathOf(note), { method: 'PUT', body, headers: shown(note) })).data,

  withdraw: async (note: NoteView, reason: string) => {
    const question = { method: 'POST', body: { reason }, headers: shown(note) } as const;
    return (await ask<NoteWithTexts>(`${pathOf(note)}/withdraw`, question)).data;
  },

  countPrivate: async (pathwayId: string, signal?: AbortSignal) =>
    (await ask<PrivateNotes>(`${at(pathwayId)}/private-notes`, { signal })).data,
};
