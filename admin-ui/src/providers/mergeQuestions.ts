import type { MergePathwaysInput, MergePreview, MergeView } from '../../../server/contract/merge.ts';
import type { PathwayFile } from '../../../server/contract/pathway.ts';
import { ask } from './ask.ts';

export type Choices = MergePathwaysInput['choices'];

const fileOf = (pathwayId: string): string => `/pathways/${encodeURIComponent(pathwayId)}`;

/** A file as it was read: what it is changed from. */
export interface ReadFile {
  readonly id: string;
  readonly version: number;
}

/** Two files that become one, and part again. */
export const mergeQuestions = {
  preview: async (keptId: string, otherId: string, choices: Choices, signal?: AbortSignal) =>
    (
      await ask<MergePreview>(`${fileOf(keptId)}/merge/preview`, {
        method: 'POST',
        body: { otherId, choices },
        signal,
      })
    ).data,

  /** @throws ApiError 412 when somebody changed one of the two meanwhile. */
  merge: async (kept: ReadFile, body: MergePathwaysInput, key: string) => {
    const headers = { 'If-Match': `"${kept.version}"`, 'Idempotency-Key': key };
    return (await ask<PathwayFile>(`${fileOf(kept.id)}/merge`, { method: 'POST', body, headers })).data;
  },

  list: async (pathwayId: string, signal?: AbortSignal) =>
    (await ask<MergeView[]>(`${fileOf(pathwayId)}/merges`, { signal })).data,

  /** @throws ApiError 409 when it cannot be undone, with why. */
  unmerge: async (file: ReadFile, mergeId: string, key: string) => {
    const headers = { 'If-Match': `"${file.version}"`, 'Idempotency-Key': key };
    return (await ask<PathwayFile>(`${fileOf(file.id)}/unmerge`, { method: 'POST', body: { mergeId }, headers })).data;
  },
};
