import { useGetList } from 'react-admin';
import type { OrganisationRow } from '../../../server/contract/session.ts';
import type { Option } from '../shared/fields/Choice.tsx';
import { ASK_ONCE } from '../shared/queries.ts';

/** Every structure and service, by name. */
export function useOrganisationChoices(): Option[] {
  const { data = [] } = useGetList<OrganisationRow>(
    'organisations',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'name', order: 'ASC' }, filter: {} },
    ASK_ONCE,
  );
  return data.map(({ id, name }) => ({ value: id, label: name }));
}
