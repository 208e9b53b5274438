import Typography from '@mui/material/Typography';
import type { ImportLine } from '../../../server/contract/import.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { filePath } from '../pathways/filePath.ts';
import type { Column } from '../shared/table/columns.ts';
import { TextLink } from '../shared/TextLink.tsx';

export type LineOutcome = ImportLine['outcome'];

/** The columns of the lines: what is refused says how to mend it, what is updated says what changes. */
export function useLineColumns(outcome: LineOutcome): Column<ImportLine>[] {
  const say = useSentences();
  const line: Column<ImportLine> = {
    key: 'line',
    label: say('imports.line'),
    sortKey: 'line',
    isRowHeader: true,
    cell: (row) => row.line,
    cardTitle: (row) => say('imports.line_number', { number: row.line }),
  };
  const name: Column<ImportLine> = {
    key: 'name',
    label: say('imports.name'),
    cell: (row) => row.name ?? say('common.unknown'),
  };
  const person: Column<ImportLine>[] = [
    name,
    {
      key: 'foreignerNumber',
      label: say('imports.foreigner_number'),
      cell: (row) => row.foreignerNumber ?? say('common.unknown'),
    },
    { key: 'structure', label: say('imports.structure'), cell: (row) => row.structure ?? say('imports.no_structure') },
  ];
  const file: Column<ImportLine> = {
    key: 'number',
    label: say('imports.file_number'),
    cell: ({ pathwayId, number: fileNumber }) =>
      pathwayId !== null && fileNumber !== null ? (
        <TextLink to={filePath(pathwayId)}>{fileNumber}</TextLink>
      ) : (
        fileNumber
      ),
  };

  if (outcome === 'REFUSED')
    return [
      line,
      name,
      {
        key: 'errors',
        label: say('imports.reason'),
        width: '60%',
        isLong: true,
        cell: (row) => <LineErrors errors={row.errors} />,
      },
    ];
  if (outcome === 'REPEATED')
    return [line, name, { key: 'sameAs', label: say('imports.same_as'), cell: (row) => row.sameAsLine }];
  if (outcome === 'UPDATE')
    return [
      line,
      name,
      file,
      {
        key: 'changes',
        label: say('imports.changes'),
        width: '45%',
        isLong: true,
        cell: (row) => <LineChanges changes={row.changes} />,
      },
    ];
  return [line, ...person, file];
}

/** Each error of a line: its column, the sentence that says how to mend it, its code. Kept in French, as the list is. */
const LineErrors = ({ errors }: Pick<ImportLine, 'errors'>) => (
  <ul style={{ margin: 0, paddingLeft: '1.1rem' }}>
    {errors.map(({ column, code, message }) => (
      <li key={`${column} ${code}`}>
        <span lang="fr">
          <strong>{column}</strong> {message}
        </span>{' '}
        <Typography component="span" variant="body2" color="textSecondary">
          {code}
        </Typography>
      </li>
    ))}
  </ul>
);

const LineChanges = ({ changes }: Pick<ImportLine, 'changes'>) => {
  const say = useSentences();
  return (
    <ul style={{ margin: 0, paddingLeft: '1.1rem' }}>
      {changes.map(({ field, before, after }) => (
        <li key={field} lang="fr">
          {say('imports.change', {
            field,
            before: before ?? say('imports.blank'),
            after: after ?? say('imports.blank'),
          })}
        </li>
      ))}
    </ul>
  );
};
