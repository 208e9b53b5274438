import { useGetList } from 'react-admin';
import type { CaseworkerRow } from '../../../../server/contract/session.ts';
import { ASK_ONCE } from '../../shared/queries.ts';
import { useSession } from '../../shared/useSession.ts';

/** The others of one's structure who may follow a file, by name. */
export function useColleagues(): readonly Pick<CaseworkerRow, 'id' | 'displayName' | 'role'>[] {
  const { user } = useSession();
  const { data = [] } = useGetList<CaseworkerRow>(
    'caseworkers',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'displayName', order: 'ASC' }, filter: {} },
    ASK_ONCE,
  );
  return data.filter(({ id }) => id !== user.id);
}
