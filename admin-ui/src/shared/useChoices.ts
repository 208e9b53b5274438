import { useGetList } from 'react-admin';
import type { CaseworkerRow, OrganisationRow } from '../../../server/contract/session.ts';
import { useSentences } from '../i18n/useSentences.ts';
import type { Option } from './fields/Choice.tsx';
import { ASK_ONCE } from './queries.ts';
import { useFormat } from './useFormat.ts';
import { useNamesToldApart } from './useNamesToldApart.ts';

const ALL = { page: 1, perPage: 100 };

/** The structures one may name: associations, by name. */
export function useStructureChoices(isAsked: boolean): Option[] {
  const { data = [] } = useGetList<OrganisationRow>(
    'organisations',
    { pagination: ALL, sort: { field: 'name', order: 'ASC' }, filter: { kind: 'ASSOCIATION' } },
    { ...ASK_ONCE, enabled: isAsked },
  );
  return data.map(({ id, name, department }) => ({
    value: id,
    label: department === null ? name : `${name} (${department})`,
  }));
}

/** The caseworkers of one's structure, with their load: a file is not given to someone already under water. */
export function useCaseworkerChoices(isAsked: boolean): Option[] {
  const say = useSentences();
  const { plural } = useFormat();
  const { data = [] } = useGetList<CaseworkerRow>(
    'caseworkers',
    { pagination: ALL, sort: { field: 'displayName', order: 'ASC' }, filter: {} },
    { ...ASK_ONCE, enabled: isAsked },
  );
  const names = useNamesToldApart()(data);
  return data.map(({ id, displayName, openPathways }) => ({
    value: id,
    label: say('assign.load', { name: names.get(id) ?? displayName, ...plural(openPathways) }),
  }));
}
