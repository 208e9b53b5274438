import type { Candidate } from '../../../server/contract/person.ts';
import { ask } from './ask.ts';

const fileOf = (pathwayId: string): string => `/pathways/${encodeURIComponent(pathwayId)}`;

/** Files that may be of the same person. */
export const duplicateQuestions = {
  list: async (pathwayId: string, signal?: AbortSignal) =>
    (await ask<Candidate[]>(`${fileOf(pathwayId)}/duplicates`, { signal })).data,

  tellApart: async (pathwayId: string, otherId: string) => {
    await ask(`${fileOf(pathwayId)}/told-apart`, { method: 'POST', body: { pathwayId: otherId } });
  },
};
