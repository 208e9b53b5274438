import Button from '@mui/material/Button';
import { useState } from 'react';
import { ListBase, useListContext } from 'react-admin';
import { ORGANISATION_KINDS } from '../../../server/contract/labels.ts';
import type { OrganisationRow } from '../../../server/contract/session.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { FilterBar } from '../shared/FilterBar.tsx';
import { FilterChoice } from '../shared/FilterChoice.tsx';
import { departmentLabel } from '../shared/labels.ts';
import { Page } from '../shared/Page.tsx';
import { LIST_ONCE } from '../shared/queries.ts';
import type { Column } from '../shared/table/columns.ts';
import { ListBody } from '../shared/table/ListBody.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useListFilter } from '../shared/useListFilter.ts';
import { NewOrganisationDialog, RenameDialog } from './OrganisationDialogs.tsx';

/** Structures and services: the places where accounts work. */
export const OrganisationList = () => (
  <ListBase
    resource="organisations"
    perPage={25}
    sort={{ field: 'name', order: 'ASC' }}
    exporter={false}
    queryOptions={LIST_ONCE}
  >
    <Organisations />
  </ListBase>
);

const Organisations = () => {
  const say = useSentences();
  const { plural } = useFormat();
  const { hasFilters } = useListFilter();
  const { total = 0, refetch } = useListContext<OrganisationRow>();
  const [renamed, setRenamed] = useState<OrganisationRow | 'new'>();
  const columns: Column<OrganisationRow>[] = [
    { key: 'name', label: say('organisations.name'), sortKey: 'name', isRowHeader: true, cell: ({ name }) => name },
    { key: 'kind', label: say('organisations.kind'), cell: ({ kind }) => say(`organisations.kind_${kind}`) },
    {
      key: 'department',
      label: say('organisations.department'),
      cell: ({ department }) => (department === null ? '–' : departmentLabel(department)),
    },
    {
      key: 'rename',
      label: say('organisations.rename'),
      cell: (row) => (
        <Button
          size="small"
          variant="outlined"
          aria-label={say('organisations.rename_title', { name: row.name })}
          onClick={() => setRenamed(row)}
        >
          {say('organisations.rename')}
        </Button>
      ),
    },
  ];
  const close = () => setRenamed(undefined);
  const done = () => void refetch();

  return (
    <Page
      title={say('organisations.title')}
      actions={
        <Button variant="contained" onClick={() => setRenamed('new')}>
          {say('organisations.create')}
        </Button>
      }
    >
      <FilterBar hasFilters={hasFilters}>
        <FilterChoice
          source="kind"
          label={say('organisations.kind')}
          emptyLabel={say('common.all_feminine')}
          options={ORGANISATION_KINDS.map((value) => ({ value, label: say(`organisations.kind_${value}`) }))}
        />
      </FilterBar>
      <ListBody<OrganisationRow>
        title={say('organisations.title')}
        columns={columns}
        count={say('organisations.total', plural(total))}
        emptySentence={say('organisations.empty')}
        emptyFilteredSentence={say('organisations.empty_filtered')}
      />
      {renamed === 'new' && <NewOrganisationDialog onClose={close} onDone={done} />}
      {renamed !== undefined && renamed !== 'new' && (
        <RenameDialog organisation={renamed} onClose={close} onDone={done} />
      )}
    </Page>
  );
};
