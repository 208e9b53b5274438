import { useListContext } from 'react-admin';
import type { TransferView } from '../../../server/contract/rights.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { FilterBar } from '../shared/FilterBar.tsx';
import { FilterChoice } from '../shared/FilterChoice.tsx';
import { ListBody } from '../shared/table/ListBody.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useListFilter } from '../shared/useListFilter.ts';
import { useEndedColumns } from './useTransferColumns.tsx';

const DIRECTIONS = ['RECEIVED', 'GIVEN'] as const;
const ENDS = ['ACCEPTED', 'REFUSED', 'CANCELLED'] as const satisfies readonly TransferView['state'][];

export const EndedFilters = () => {
  const say = useSentences();
  const { hasFilters } = useListFilter();
  return (
    <FilterBar hasFilters={hasFilters}>
      <FilterChoice
        source="direction"
        label={say('transfers.direction')}
        options={DIRECTIONS.map((value) => ({ value, label: say(`transfers.filter_${value}`) }))}
      />
      <FilterChoice
        source="state"
        label={say('transfers.state')}
        emptyLabel={say('common.all_feminine')}
        options={ENDS.map((value) => ({ value, label: say(`transfers.state_${value}`) }))}
      />
    </FilterBar>
  );
};

/** The transfers that had their answer, or were taken back; latest first. */
export const EndedTransfers = () => {
  const say = useSentences();
  const { plural } = useFormat();
  const { total = 0 } = useListContext<TransferView>();
  const columns = useEndedColumns();
  return (
    <ListBody<TransferView>
      title={say('transfers.history')}
      columns={columns}
      count={say('transfers.history_total', plural(total))}
      emptySentence={say('transfers.history_empty')}
      emptyFilteredSentence={say('transfers.history_empty_filtered')}
    />
  );
};
