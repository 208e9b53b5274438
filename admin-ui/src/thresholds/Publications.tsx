import type { ThresholdsView } from '../../../server/contract/thresholds.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import type { Column } from '../shared/table/columns.ts';
import { DataTable, ungrouped } from '../shared/table/DataTable.tsx';
import { Tag } from '../shared/Tag.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { ChangeList } from './ChangeList.tsx';
import { Section } from '../shared/Section.tsx';
import type { Publication } from './thresholds.ts';
import { usePublicationChanges } from './useChanges.ts';

/** Everything that was published, newest first: from which day, what it changed, why, by whom and when. */
export const Publications = ({ view }: { view: ThresholdsView }) => {
  const say = useSentences();
  const { plural, longDay, instant } = useFormat();
  const changesOf = usePublicationChanges(view);
  const { published, on } = view;
  const columns: Column<Publication>[] = [
    {
      key: 'day',
      label: say('thresholds.in_force_from'),
      isRowHeader: true,
      cell: ({ effectiveOn }) => (
        <>
          {say('thresholds.publish_day', { day: longDay(effectiveOn) })}{' '}
          {effectiveOn > on && <Tag tone="waiting">{say('thresholds.to_come')}</Tag>}
        </>
      ),
    },
    {
      key: 'changes',
      label: say('thresholds.changes'),
      width: '40%',
      isLong: true,
      cell: (publication) => <ChangeList label={say('thresholds.changes')} changes={changesOf(publication)} />,
    },
    { key: 'reason', label: say('thresholds.reason'), isLong: true, cell: ({ reason }) => reason },
    { key: 'by', label: say('thresholds.by'), cell: ({ publishedBy }) => publishedBy },
    { key: 'at', label: say('thresholds.at'), cell: ({ publishedAt }) => instant(publishedAt) },
  ];
  return (
    <Section id="publications" title={say('thresholds.publications')}>
      {published.length === 0 ? (
        <EmptyState>{say('thresholds.no_publication')}</EmptyState>
      ) : (
        <DataTable<Publication>
          caption={say('thresholds.publications_caption', plural(published.length))}
          columns={columns}
          groups={ungrouped(published)}
          rowKey={({ number }) => String(number)}
        />
      )}
    </Section>
  );
};
