import Typography from '@mui/material/Typography';
import type { ImportView } from '../../../server/contract/import.ts';
import { useSentences } from '../i18n/useSentences.ts';
import type { Column } from '../shared/table/columns.ts';
import { DataTable, ungrouped } from '../shared/table/DataTable.tsx';
import { useFormat } from '../shared/useFormat.ts';

type Kept = ImportView['conflicts'][number];

/** Values that a hand corrected since the last list: kept against what the file proposes. */
export const ImportConflicts = ({ conflicts }: { conflicts: readonly Kept[] }) => {
  const say = useSentences();
  const { plural } = useFormat();
  const columns: Column<Kept>[] = [
    {
      key: 'line',
      label: say('imports.line'),
      isRowHeader: true,
      cell: ({ line }) => line,
      cardTitle: ({ line }) => say('imports.line_number', { number: line }),
    },
    { key: 'field', label: say('imports.field'), cell: ({ field }) => <span lang="fr">{field}</span> },
    { key: 'kept', label: say('imports.kept'), cell: ({ kept }) => kept },
    { key: 'proposed', label: say('imports.proposed'), cell: ({ proposed }) => proposed },
  ];
  return (
    <>
      <Typography sx={{ mb: 1 }}>{say('imports.conflicts_intro')}</Typography>
      <DataTable<Kept>
        caption={say('imports.conflicts_count', plural(conflicts.length))}
        columns={columns}
        groups={ungrouped(conflicts)}
        rowKey={({ line, field }) => `${line} ${field}`}
      />
    </>
  );
};
