import type { ChangeViewInput, SaveViewInput, ViewList, ViewView } from '../../../server/contract/view.ts';
import { ask } from './ask.ts';

/** Saved views of a list. */
export const viewQuestions = {
  list: async (list: ViewList, signal?: AbortSignal) =>
    (await ask<ViewView[]>(`/views?filter=${encodeURIComponent(JSON.stringify({ list }))}&range=[0,99]`, { signal }))
      .data,

  save: async (body: SaveViewInput, key: string) =>
    (await ask<ViewView>('/views', { method: 'POST', body, headers: { 'Idempotency-Key': key } })).data,

  /** @throws ApiError 412 when it was changed meanwhile. */
  change: async ({ id, version }: ViewView, body: ChangeViewInput) =>
    (
      await ask<ViewView>(`/views/${encodeURIComponent(id)}`, {
        method: 'PUT',
        body,
        headers: { 'If-Match': `"${version}"` },
      })
    ).data,

  remove: async ({ id }: ViewView) =>
    (await ask<{ id: string }>(`/views/${encodeURIComponent(id)}`, { method: 'DELETE' })).data,
};
