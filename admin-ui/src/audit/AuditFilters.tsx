import { useGetList } from 'react-admin';
import { AUDIT_KINDS, AUDIT_OUTCOMES, ROLES } from '../../../server/contract/labels.ts';
import type { OrganisationRow } from '../../../server/contract/session.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { FilterBar } from '../shared/FilterBar.tsx';
import { FilterChoice } from '../shared/FilterChoice.tsx';
import { ASK_ONCE } from '../shared/queries.ts';
import { useListFilter } from '../shared/useListFilter.ts';
import { FilterFile } from './FilterFile.tsx';
import { FilterText } from './FilterText.tsx';
import { useOperationLabel } from './useOperationLabel.ts';

/** Who, what, how it ended, when, on which file. Identifiers and codes: nobody is looked for by name here. */
export const AuditFilters = () => {
  const labels = useLabels();
  const say = useSentences();
  const labelOf = useOperationLabel();
  const { hasFilters, values } = useListFilter();
  const { data: organisations = [] } = useGetList<OrganisationRow>(
    'organisations',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'name', order: 'ASC' }, filter: {} },
    ASK_ONCE,
  );
  return (
    <FilterBar hasFilters={hasFilters}>
      <FilterChoice
        source="kind"
        emptyLabel={say('common.all_feminine')}
        label={say('audit.filter_kind')}
        options={AUDIT_KINDS.map((value) => ({ value, label: say(`audit.kind_${value}`) }))}
      />
      <FilterChoice
        source="operation"
        emptyLabel={say('common.all_feminine')}
        label={say('audit.filter_operation')}
        options={Object.keys(labels.auditOperation).map((value) => ({ value, label: labelOf(value) ?? value }))}
      />
      <FilterChoice
        source="outcome"
        emptyLabel={say('common.all_feminine')}
        label={say('audit.outcome')}
        options={AUDIT_OUTCOMES.map((value) => ({ value, label: say(`audit.outcome_${value}`) }))}
      />
      <FilterChoice
        source="role"
        label={say('audit.filter_role')}
        options={ROLES.map((value) => ({ value, label: say(`roles.${value}`) }))}
      />
      <FilterChoice
        source="organisation"
        emptyLabel={say('common.all_feminine')}
        label={say('audit.filter_structure')}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterText source="from" type="date" label={say('audit.filter_from')} />
      <FilterText source="to" type="date" label={say('audit.filter_to')} />
      <FilterFile />
      {typeof values['account'] === 'string' && (
        <FilterText source="account" type="text" label={say('audit.filter_account')} />
      )}
    </FilterBar>
  );
};
