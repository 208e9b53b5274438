import type { SealHolders, TransferView } from '../../../server/contract/rights.ts';
import { ask } from './ask.ts';

const at = (id: string): string => `/transfers/${encodeURIComponent(id)}`;

/** Who holds rights on a sealed file, and the answers to a transfer. What changes a file on screen is `fileChange.ts`. */
export const rightsQuestions = {
  sealHolders: async (id: string, signal?: AbortSignal) =>
    (await ask<SealHolders>(`/pathways/${encodeURIComponent(id)}/seal`, { signal })).data,

  acceptTransfer: async (id: string) => {
    await ask(`${at(id)}/accept`, { method: 'POST' });
  },
  refuseTransfer: async (id: string, reason: string) => {
    await ask<TransferView>(`${at(id)}/refuse`, { method: 'POST', body: { reason } });
  },
  cancelTransfer: async (id: string) => {
    await ask<TransferView>(`${at(id)}/cancel`, { method: 'POST' });
  },
};
