import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useListContext } from 'react-admin';
import type { AuditRow } from '../../../server/contract/audit.ts';
import { useSentences } from '../i18n/useSentences.ts';
import type { Column } from '../shared/table/columns.ts';
import { Tag, type Tone } from '../shared/Tag.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useListFilter } from '../shared/useListFilter.ts';
import { useOperationLabel } from './useOperationLabel.ts';

const TONES: Record<AuditRow['outcome'], Tone> = { DONE: 'plain', NOT_FOUND: 'soon', REFUSED: 'late', FAILED: 'late' };

/** When, who, what and what for, how it ended, on which files. */
export function useAuditColumns(): Column<AuditRow>[] {
  const say = useSentences();
  const { instant } = useFormat();
  return [
    { key: 'at', label: say('audit.at'), isRowHeader: true, sortKey: 'at', cell: ({ at }) => instant(at) },
    { key: 'who', label: say('audit.who'), width: '26%', cell: (row) => <Who row={row} /> },
    { key: 'what', label: say('audit.what'), width: '28%', cell: (row) => <What row={row} /> },
    {
      key: 'outcome',
      label: say('audit.outcome'),
      cell: ({ outcome }) => <Tag tone={TONES[outcome]}>{say(`audit.outcome_${outcome}`)}</Tag>,
    },
    { key: 'files', label: say('audit.files'), width: '22%', isLong: true, cell: (row) => <Files row={row} /> },
  ];
}

const Who = ({ row }: { row: AuditRow }) => {
  const say = useSentences();
  const { setFilters } = useListContext();
  const { values } = useListFilter();
  const { accountId, accountName, role, organisationName } = row;
  const name = accountName ?? say('audit.nobody');
  return (
    <>
      {accountId === null ? (
        name
      ) : (
        <Button
          size="small"
          aria-label={say('audit.of_account', { name })}
          onClick={() => setFilters({ ...values, account: accountId }, [])}
          sx={{ p: 0, minWidth: 0, textAlign: 'left' }}
        >
          {name}
        </Button>
      )}
      <Typography variant="body2" color="textSecondary">
        {[role && say(`roles.${role}`), organisationName].filter(Boolean).join(', ')}
      </Typography>
    </>
  );
};

const What = ({ row: { operation, kind, purpose, fields } }: { row: AuditRow }) => {
  const say = useSentences();
  const { plural } = useFormat();
  const labelOf = useOperationLabel();
  return (
    <>
      {labelOf(operation) ?? `${say(`audit.kind_${kind}`)} (${operation})`}
      <Typography variant="body2" color="textSecondary">
        {`${say('audit.why')} ${say(`audit.purpose_${purpose}`)}`}
      </Typography>
      {fields.length > 0 && (
        <Named summary={say('audit.fields_named', plural(fields.length))}>{fields.join(', ')}</Named>
      )}
    </>
  );
};

const Files = ({ row: { pathways, pathwayIds, askedId } }: { row: AuditRow }) => {
  const say = useSentences();
  const { plural } = useFormat();
  if (pathways === 0) return askedId === null ? null : say('audit.asked', { id: askedId });
  return (
    <Named summary={say('audit.files_named', plural(pathways))}>
      {pathwayIds.join(' ')}
      {pathways > pathwayIds.length && ` ${say('audit.first_files', { count: pathwayIds.length })}`}
    </Named>
  );
};

/** How many, and which when one opens it. */
const Named = ({ summary, children }: { summary: string; children: React.ReactNode }) => (
  <Box component="details" sx={{ fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
    <summary>{summary}</summary>
    {children}
  </Box>
);
