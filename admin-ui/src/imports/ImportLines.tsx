import { ListBase, useListContext } from 'react-admin';
import type { ImportLine, ImportView } from '../../../server/contract/import.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { LIST_ONCE } from '../shared/queries.ts';
import { ListBody } from '../shared/table/ListBody.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { RefusedDownload } from './RefusedDownload.tsx';
import { useLineColumns, type LineOutcome } from './useLineColumns.tsx';

interface ImportLinesProps {
  readonly view: ImportView;
  readonly outcome: LineOutcome;
  readonly label: string;
}

/** The lines of one outcome, page by page. */
export const ImportLines = ({ view, outcome, label }: ImportLinesProps) => (
  <>
    {outcome === 'REFUSED' && view.refused > 0 && <RefusedDownload view={view} />}
    <ListBase
      resource="importLines"
      filter={{ outcome }}
      perPage={25}
      sort={{ field: 'line', order: 'ASC' }}
      storeKey={false}
      disableSyncWithLocation
      exporter={false}
      queryOptions={{ ...LIST_ONCE, meta: { importId: view.id, state: view.state } }}
    >
      <LineRows outcome={outcome} label={label} />
    </ListBase>
  </>
);

const LineRows = ({ outcome, label }: { outcome: LineOutcome; label: string }) => {
  const say = useSentences();
  const { plural } = useFormat();
  const { total = 0 } = useListContext<ImportLine>();
  const columns = useLineColumns(outcome);
  return (
    <ListBody<ImportLine>
      title={label}
      columns={columns}
      count={say('imports.lines_total', plural(total))}
      emptySentence={say('imports.lines_empty')}
      emptyFilteredSentence={say('imports.lines_empty')}
    />
  );
};
