import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { HistoryEntry } from '../../../../server/contract/pathway.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { questions } from '../../providers/questions.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorCard } from '../../shared/ErrorCard.tsx';
import { LoadingBlock } from '../../shared/LoadingBlock.tsx';
import type { Column } from '../../shared/table/columns.ts';
import { DataTable, ungrouped } from '../../shared/table/DataTable.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { useQuestion } from '../../shared/useQuestion.ts';
import { PastDialog } from './dialogs/PastDialog.tsx';
import { RetractDialog } from './dialogs/RetractDialog.tsx';
import { HistoryWhat } from './HistoryWhat.tsx';
import { useLookAgainAfter } from './lookAgain.ts';
import { whoUsedARight } from './rightsTold.ts';

type NumberedEntry = HistoryEntry & { readonly rank: string };

/** Everything that was done on a file: what, by whom, when it was noted, and the day it happened. */
export const FileHistory = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  const [retracted, setRetracted] = useState<HistoryEntry>();
  const [isChoosingDay, setChoosingDay] = useState(false);
  const columns = useHistoryColumns({ isRetractable: (entry) => isRetractable(file, entry), onRetract: setRetracted });
  const { answer, error, isPending, askAgain } = useQuestion(`${file.id} ${file.version}`, (signal) =>
    questions.history(file.id, signal),
  );
  useLookAgainAfter(error);
  if (error !== undefined) return <ErrorCard error={error} onRetry={askAgain} />;
  if (isPending || answer === undefined) return <LoadingBlock />;
  if (answer.length === 0) return <EmptyState>{say('history.empty')}</EmptyState>;

  const rows = answer.map((entry, rank): NumberedEntry => ({ ...entry, rank: String(rank) }));
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        <Typography variant="h2">{say('history.title')}</Typography>
        <Button size="small" aria-haspopup="dialog" onClick={() => setChoosingDay(true)}>
          {say('past.open')}
        </Button>
      </Box>
      <DataTable<NumberedEntry>
        caption={say('history.caption')}
        columns={columns}
        groups={ungrouped(rows)}
        rowKey={({ rank }) => rank}
      />
      {isChoosingDay && <PastDialog file={file} onClose={() => setChoosingDay(false)} />}
      {retracted && <RetractDialog file={file} entry={retracted} onClose={() => setRetracted(undefined)} />}
    </>
  );
};

/** What the reader may take back: what she could have recorded, and that still counts. */
function isRetractable({ grants, events }: FileRecord, { eventId }: HistoryEntry): boolean {
  const event = events.find(({ id }) => id === eventId);
  if (eventId === null || event === undefined) return false;
  const isOfThePathway = ['step', 'attendance', 'test', 'contract', 'document'].some((kind) => kind in event);
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
      cell: (entry) =>
        [
          entry.actor ?? whoUsedARight(entry) ?? say('history.system'),
          ...(entry.source === 'IMPORT' ? [say('history.source_IMPORT')] : []),
        ].join(', '),
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
