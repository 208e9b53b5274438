import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useListContext, type RaRecord } from 'react-admin';
import { useSentences } from '../../i18n/useSentences.ts';
import { useAnnounce } from '../Announcer.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { ErrorCard } from '../ErrorCard.tsx';
import { LoadingBlock } from '../LoadingBlock.tsx';
import { useListFilter } from '../useListFilter.ts';
import { inGroups, type Column } from './columns.ts';
import { DataTable, ungrouped } from './DataTable.tsx';
import { Pager } from './Pager.tsx';

interface ListBodyProps<Row> {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  /** « 1 204 dossiers », shown, and announced when it changes. */
  readonly count: string;
  readonly emptySentence: string;
  readonly emptyFilteredSentence: string;
  readonly groupOf?: (row: Row) => { key: string; label: string };
}

/** The body of a list: loading, refusal, emptiness, or its rows with total, sort and pages. */
export const ListBody = <Row extends RaRecord>({
  title,
  columns,
  count,
  emptySentence,
  emptyFilteredSentence,
  groupOf,
}: ListBodyProps<Row>) => {
  const say = useSentences();
  const announce = useAnnounce();
  const { data, total, error, isPending, isFetching, sort, setSort, setFilters, refetch } = useListContext<Row>();
  const { hasFilters } = useListFilter();
  useEffect(() => {
    if (total !== undefined && !isFetching) announce(total === 0 ? emptyFilteredSentence : count);
  }, [announce, count, emptyFilteredSentence, total, isFetching]);

  if (error) return <ErrorCard error={error} onRetry={() => void refetch()} />;
  if (isPending) return <LoadingBlock lines={10} />;
  if (data.length === 0) {
    const clear = <Button onClick={() => setFilters({}, [])}>{say('table.clear_filters')}</Button>;
    return <EmptyState action={hasFilters && clear}>{hasFilters ? emptyFilteredSentence : emptySentence}</EmptyState>;
  }

  const sorted = columns.find(({ sortKey }) => sortKey === sort.field);
  const order =
    sorted === undefined ? [] : [sorted.label, say(sort.order === 'ASC' ? 'table.sorted_asc' : 'table.sorted_desc')];
  return (
    <>
      <Typography sx={{ mb: 1, fontWeight: 600 }}>{count}</Typography>
      <DataTable
        caption={[title, count, ...order].join(', ')}
        columns={columns}
        groups={groupOf === undefined ? ungrouped(data) : inGroups(data, groupOf)}
        rowKey={(row) => String(row.id)}
        sort={sort}
        onSort={setSort}
        isBusy={isFetching}
      />
      <Pager title={title} />
    </>
  );
};
