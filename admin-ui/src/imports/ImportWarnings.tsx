import Typography from '@mui/material/Typography';
import type { ImportView } from '../../../server/contract/import.ts';
import { useSentences } from '../i18n/useSentences.ts';
import type { Column } from '../shared/table/columns.ts';
import { DataTable, ungrouped } from '../shared/table/DataTable.tsx';
import { useFormat } from '../shared/useFormat.ts';

type Warning = ImportView['warnings'][number];

/** Lines that will be imported, and deserve a look afterwards. */
export const ImportWarnings = ({ warnings }: { warnings: readonly Warning[] }) => {
  const say = useSentences();
  const { plural } = useFormat();
  const columns: Column<Warning>[] = [
    {
      key: 'line',
      label: say('imports.line'),
      isRowHeader: true,
      cell: ({ line }) => line,
      cardTitle: ({ line }) => say('imports.line_number', { number: line }),
    },
    { key: 'column', label: say('imports.column'), cell: ({ column }) => <span lang="fr">{column}</span> },
    {
      key: 'message',
      label: say('imports.warnings'),
      width: '55%',
      cell: ({ message }) => <span lang="fr">{message}</span>,
    },
    { key: 'code', label: say('imports.code'), cell: ({ code }) => code },
  ];
  return (
    <>
      <Typography sx={{ mb: 1 }}>{say('imports.warnings_intro')}</Typography>
      <DataTable<Warning>
        caption={say('imports.warnings_count', plural(warnings.length))}
        columns={columns}
        groups={ungrouped(warnings)}
        rowKey={({ line, column, code }) => `${line} ${column} ${code}`}
      />
    </>
  );
};
