import { useGetList } from 'react-admin';
import type { TransferView } from '../../../server/contract/rights.ts';
import { LIST_ONCE } from '../shared/queries.ts';

/** Each count leaves an entry in the audit trail: it is asked again when something was answered, or some minutes later. */
const KEPT_MS = 5 * 60_000;

/** How many transfers wait for the answer of one's structure; undefined until it is known. */
export function useTransfersWaiting(): number | undefined {
  const { total } = useGetList<TransferView>(
    'transfers',
    {
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'askedAt', order: 'DESC' },
      filter: { direction: 'RECEIVED', answered: false },
    },
    { ...LIST_ONCE, staleTime: KEPT_MS },
  );
  return total;
}
