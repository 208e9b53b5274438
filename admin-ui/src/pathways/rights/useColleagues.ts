import { useGetList } from 'react-admin';
import type { CaseworkerRow } from '../../../../server/contract/session.ts';
import { ASK_ONCE } from '../../shared/queries.ts';
import { useNamesToldApart } from '../../shared/useNamesToldApart.ts';
import { useSession } from '../../shared/useSession.ts';

interface Colleague {
  readonly id: string;
  readonly name: string;
  /** Whether a right over the sealed file would serve her: she follows it, or answers for the structure. */
  readonly reachesFile: boolean;
}

/** The others of one's structure, by name, told apart from those who have the same. */
export function useColleagues(referentId: string | null): readonly Colleague[] {
  const { user } = useSession();
  const { data = [] } = useGetList<CaseworkerRow>(
    'caseworkers',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'displayName', order: 'ASC' }, filter: {} },
    ASK_ONCE,
  );
  const names = useNamesToldApart()(data);
  return data
    .filter(({ id }) => id !== user.id)
    .map(({ id, displayName, role }) => ({
      id,
      name: names.get(id) ?? displayName,
      reachesFile: id === referentId || role === 'ASSOCIATION_MANAGER',
    }));
}
