import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { STEP_LABELS, type StepCode } from '../../../../server/contract/labels.ts';
import type { HistoryEntry } from '../../../../server/contract/pathway.ts';
import { useSentences, type Say } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { questions } from '../../providers/questions.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorCard } from '../../shared/ErrorCard.tsx';
import { LoadingBlock } from '../../shared/LoadingBlock.tsx';
import type { Column } from '../../shared/table/columns.ts';
import { DataTable, ungrouped } from '../../shared/table/DataTable.tsx';
import { Tag } from '../../shared/Tag.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { useQuestion } from '../../shared/useQuestion.ts';
import { RetractDialog } from './dialogs/RetractDialog.tsx';
import { FIELD_LABELS } from '../fieldLabels.ts';
import { useFieldText } from '../useFieldText.ts';

type NumberedEntry = HistoryEntry & { readonly rank: string };

/** Everything that was done on a file: what, by whom, when it was noted, and the day it happened. */
export const FileHistory = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  const [retracted, setRetracted] = useState<HistoryEntry>();
  const columns = useHistoryColumns({ isRetractable: (entry) => isRetractable(file, entry), onRetract: setRetracted });
  const { answer, error, isPending, askAgain } = useQuestion(`${file.id} ${file.version}`, (signal) =>
    questions.history(file.id, signal),
  );
  if (error !== undefined) return <ErrorCard error={error} onRetry={askAgain} />;
  if (isPending || answer === undefined) return <LoadingBlock />;
  if (answer.length === 0) return <EmptyState>{say('history.empty')}</EmptyState>;

  const rows = answer.map((entry, rank): NumberedEntry => ({ ...entry, rank: String(rank) }));
  return (
    <>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {say('history.title')}
      </Typography>
      <DataTable<NumberedEntry>
        caption={say('history.caption')}
        columns={columns}
        groups={ungrouped(rows)}
        rowKey={({ rank }) => rank}
      />
      {retracted && <RetractDialog file={file} entry={retracted} onClose={() => setRetracted(undefined)} />}
    </>
  );
};

/** What the reader may take back: what she could have recorded, and that still counts. */
function isRetractable({ grants, events }: FileRecord, { eventId }: HistoryEntry): boolean {
  const event = events.find(({ id }) => id === eventId);
  if (eventId === null || event === undefined) return false;
  const isOfThePathway = ['step', 'attendance', 'test', 'contract'].some((kind) => kind in event);
  return isOfThePathway ? grants.recordEvent : grants.recordFollowUp;
}

interface HistoryActions {
  readonly isRetractable: (entry: HistoryEntry) => boolean;
  readonly onRetract: (entry: HistoryEntry) => void;
}

function useHistoryColumns({ isRetractable: mayRetract, onRetract }: HistoryActions): Column<NumberedEntry>[] {
  const say = useSentences();
  const { day, instant } = useFormat();
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
      cell: ({ actor, source }) =>
        [actor ?? say('history.system'), ...(source === 'IMPORT' ? [say('history.source_IMPORT')] : [])].join(', '),
    },
    {
      key: 'action',
      label: say('history.action'),
      cell: (entry) =>
        mayRetract(entry) && (
          <Button
            size="small"
            aria-haspopup="dialog"
            aria-label={say('history.retract_what', { what: entry.sentence })}
            onClick={() => onRetract(entry)}
          >
            {say('history.retract')}
          </Button>
        ),
    },
  ];
}

/** The words for a field of the history; a field that the interface does not know keeps its own name. */
function fieldLabel(field: string | null, say: Say): string {
  if (field?.startsWith('step.')) return STEP_LABELS[field.slice(5) as StepCode] ?? field;
  if (field === 'organisation' || field === 'structure') return say('history.field_organisation');
  if (field === 'referent') return say('history.field_referent');
  const known = FIELD_LABELS[field as keyof typeof FIELD_LABELS];
  return known === undefined ? (field ?? '') : say(known);
}

const HistoryWhat = ({ entry }: { entry: HistoryEntry }) => {
  const say = useSentences();
  const isChange = entry.before !== null || entry.after !== null;
  const text = useFieldText();
  const key = entry.field?.split('.').pop() ?? '';
  const value = (raw: string | null) => (raw === null ? say('history.blank') : text(key, raw));
  const words = { field: fieldLabel(entry.field, say), before: value(entry.before), after: value(entry.after) };
  return (
    <>
      {entry.kind !== 'EVENT' && <Tag>{say(`history.kind_${entry.kind}`)}</Tag>} <span>{entry.sentence}</span>
      {isChange && (
        <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block', fontWeight: 400 }}>
          {say('history.change', words)}
        </Typography>
      )}
    </>
  );
};
