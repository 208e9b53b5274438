import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { ListBase, useListContext } from 'react-admin';
import { ACCOUNT_STATES } from '../../../server/contract/labels.ts';
import type { AccountMade, AccountView } from '../../../server/contract/account.ts';
import { ROLES } from '../../../server/contract/labels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { FilterBar } from '../shared/FilterBar.tsx';
import { FilterChoice } from '../shared/FilterChoice.tsx';
import { Page } from '../shared/Page.tsx';
import { LIST_ONCE } from '../shared/queries.ts';
import { SearchField } from '../shared/SearchField.tsx';
import type { Column } from '../shared/table/columns.ts';
import { ListBody } from '../shared/table/ListBody.tsx';
import { TextLink } from '../shared/TextLink.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useListFilter } from '../shared/useListFilter.ts';
import { AccountStateTag } from './AccountStateTag.tsx';
import { HandOver } from './HandOver.tsx';
import { NewAccountDialog } from './NewAccountDialog.tsx';
import { useOrganisationChoices } from './useOrganisationChoices.ts';

/** The accounts of everybody: who they are, what they may do, whether they are open. */
export const AccountList = () => {
  // Not among the filters, which are the address of the list: words that name somebody are in none (decision 18).
  const [q, setQ] = useState<string>();
  return (
    <ListBase
      resource="accounts"
      perPage={25}
      sort={{ field: 'displayName', order: 'ASC' }}
      {...(q === undefined ? {} : { filter: { q } })}
      exporter={false}
      queryOptions={LIST_ONCE}
    >
      <Accounts search={<AccountSearch q={q} onSearch={setQ} />} />
    </ListBase>
  );
};

interface AccountSearchProps {
  readonly q: string | undefined;
  readonly onSearch: (q: string | undefined) => void;
}

/** Somebody's account, by her name or her address. */
const AccountSearch = ({ q, onSearch }: AccountSearchProps) => {
  const say = useSentences();
  return (
    <SearchField
      id="account-search"
      label={say('accounts.search')}
      variant="outlined"
      onSearch={async (text) => () => onSearch(text.trim() === '' ? undefined : text.trim())}
      onRefused={() => onSearch(undefined)}
    >
      {q !== undefined && (
        <Button type="reset" onClick={() => onSearch(undefined)} sx={{ minHeight: 38 }}>
          {say('pathways.search_clear')}
        </Button>
      )}
    </SearchField>
  );
};

const Accounts = ({ search }: { search: ReactNode }) => {
  const say = useSentences();
  const { plural } = useFormat();
  const { total = 0, refetch } = useListContext<AccountView>();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<AccountMade>();
  const columns: Column<AccountView>[] = [
    {
      key: 'name',
      label: say('accounts.name'),
      sortKey: 'displayName',
      isRowHeader: true,
      cell: ({ id, displayName }) => <TextLink to={`/accounts/${id}/show`}>{displayName}</TextLink>,
    },
    { key: 'email', label: say('accounts.email'), sortKey: 'email', cell: ({ email }) => email },
    { key: 'role', label: say('accounts.role'), cell: ({ role }) => say(`roles.${role}`) },
    { key: 'organisation', label: say('accounts.organisation'), cell: ({ organisation }) => organisation },
    { key: 'state', label: say('accounts.state'), cell: ({ state }) => <AccountStateTag state={state} /> },
  ];

  return (
    <Page
      title={say('accounts.title')}
      actions={
        <Button variant="contained" onClick={() => setMaking(true)}>
          {say('accounts.create')}
        </Button>
      }
    >
      {search}
      <AccountFilters />
      <ListBody<AccountView>
        title={say('accounts.title')}
        columns={columns}
        count={say('accounts.total', plural(total))}
        emptySentence={say('accounts.empty')}
        emptyFilteredSentence={say('accounts.empty_filtered')}
      />
      {isMaking && (
        <NewAccountDialog
          onClose={() => setMaking(false)}
          onMade={(account) => {
            setMade(account);
            void refetch();
          }}
        />
      )}
      {made && !isMaking && <HandOver link={made.link} onClose={() => setMade(undefined)} />}
    </Page>
  );
};

const AccountFilters = () => {
  const say = useSentences();
  const { hasFilters } = useListFilter();
  const organisations = useOrganisationChoices();
  return (
    <FilterBar hasFilters={hasFilters}>
      <FilterChoice
        source="role"
        label={say('accounts.role')}
        options={ROLES.map((value) => ({ value, label: say(`roles.${value}`) }))}
      />
      <FilterChoice
        source="organisationId"
        label={say('accounts.organisation')}
        emptyLabel={say('common.all_feminine')}
        options={organisations}
      />
      <FilterChoice
        source="state"
        label={say('accounts.state')}
        options={ACCOUNT_STATES.map((value) => ({ value, label: say(`accounts.state_${value}`) }))}
      />
    </FilterBar>
  );
};
