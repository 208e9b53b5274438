import Button from '@mui/material/Button';
import type { HistoryEntry } from '../../../../server/contract/pathway.ts';
import { useLabels } from '../../i18n/useLabels.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import type { Column } from '../../shared/table/columns.ts';
import { useFormat } from '../../shared/useFormat.ts';
import { historyFieldLabel } from './historyFieldLabel.ts';
import { HistoryWhat } from './HistoryWhat.tsx';
import { whoUsedARight } from './rightsTold.ts';
import { useHistoryValue } from './useHistoryValue.ts';

export type NumberedEntry = HistoryEntry & { readonly rank: string };

interface HistoryActions {
  readonly onRetract: (entry: HistoryEntry) => void;
  readonly onRestore: (entry: HistoryEntry) => void;
}

/** What was done, when, by whom; and what may be undone of it. */
export function useHistoryColumns(file: FileRecord, { onRetract, onRestore }: HistoryActions): Column<NumberedEntry>[] {
  const labels = useLabels();
  const say = useSentences();
  const { day, instant } = useFormat();
  const { now, written } = useHistoryValue(file);
  const undo = (entry: HistoryEntry) => {
    if (isRetractable(file, entry))
      return (
        <UndoButton
          label={say('history.retract')}
          name={say('history.retract_what', { what: entry.sentence })}
          onClick={() => onRetract(entry)}
        />
      );
    const value = written(entry, entry.before);
    // What the file holds already is not proposed.
    if (entry.changeId === null || value === now(entry)) return null;
    return (
      <UndoButton
        label={say('history.restore')}
        name={say('history.restore_what', { field: historyFieldLabel(entry.field, say, labels), value })}
        onClick={() => onRestore(entry)}
      />
    );
  };
  return [
    {
      key: 'what',
      label: say('history.what'),
      isRowHeader: true,
      width: '48%',
      cell: (entry) => <HistoryWhat entry={entry} />,
    },
    { key: 'on', label: say('history.on'), cell: ({ on }) => on && day(on) },
    { key: 'at', label: say('history.at'), cell: ({ at }) => instant(at) },
    {
      key: 'who',
      label: say('history.who'),
      cell: (entry) =>
        [
          entry.actor ?? whoUsedARight(entry) ?? say('history.system'),
          ...(entry.source === 'IMPORT' ? [say('history.source_IMPORT')] : []),
        ].join(', '),
    },
    { key: 'action', label: say('history.action'), cell: undo },
  ];
}

/** What the reader may take back: what she could have recorded, and that still counts. */
function isRetractable({ grants, events }: FileRecord, { eventId }: HistoryEntry): boolean {
  const event = events.find(({ id }) => id === eventId);
  if (eventId === null || event === undefined) return false;
  const isOfThePathway = ['step', 'attendance', 'test', 'contract', 'document'].some((kind) => kind in event);
  return isOfThePathway ? grants.recordEvent : grants.recordFollowUp;
}

const UndoButton = ({ label, name, onClick }: { label: string; name: string; onClick: () => void }) => (
  <Button size="small" aria-haspopup="dialog" aria-label={name} onClick={onClick} sx={{ textAlign: 'left' }}>
    {label}
  </Button>
);
