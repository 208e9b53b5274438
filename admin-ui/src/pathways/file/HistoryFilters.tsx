import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { HistoryEntry } from '../../../../server/contract/pathway.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { Choice } from '../../shared/fields/Choice.tsx';
import { FIELD_LABELS } from '../fieldLabels.ts';
import {
  correctedField,
  HISTORY_KINDS,
  withField,
  withKind,
  type FieldPath,
  type HistoryFilter,
} from './historyFilter.ts';

interface HistoryFiltersProps {
  readonly entries: readonly HistoryEntry[];
  readonly filter: HistoryFilter;
  readonly onChange: (filter: HistoryFilter) => void;
}

/** Which entries of a history are shown: of what kind, of which field. Each applies at once and is part of the address. */
export const HistoryFilters = ({ entries, filter, onChange }: HistoryFiltersProps) => {
  const say = useSentences();
  const corrected = new Set([...entries.map(correctedField), filter.field]);
  const fields = (Object.keys(FIELD_LABELS) as FieldPath[]).filter((path) => corrected.has(path));
  return (
    <Box
      role="group"
      aria-label={say('table.filters')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1.5,
        mb: 2,
        alignItems: 'end',
        '@media print': { display: 'none' },
      }}
    >
      <Choice
        size="small"
        label={say('history.filter_kind')}
        value={filter.kind}
        options={HISTORY_KINDS.map((value) => ({ value, label: say(`history.filter_${value}`) }))}
        emptyLabel={say('common.all')}
        onChange={(kind) => onChange(withKind(filter, kind as HistoryFilter['kind']))}
        sx={CHOICE}
      />
      {fields.length > 0 && (
        <Choice
          size="small"
          label={say('history.filter_field')}
          value={filter.field}
          options={fields.map((value) => ({ value, label: say(FIELD_LABELS[value]) }))}
          emptyLabel={say('history.filter_every_field')}
          onChange={(field) => onChange(withField(filter, field as HistoryFilter['field']))}
          sx={CHOICE}
        />
      )}
      {(filter.kind !== '' || filter.field !== '') && (
        <Button onClick={() => onChange({ kind: '', field: '' })}>{say('table.clear_filters')}</Button>
      )}
    </Box>
  );
};

const CHOICE = { width: { xs: '100%', sm: '16rem' } };
