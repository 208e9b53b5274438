import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-admin';
import type { HistoryEntry } from '../../../../server/contract/pathway.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { FileMerges } from '../../merging/FileMerges.tsx';
import type { FileRecord } from '../../providers/fileChange.ts';
import { questions } from '../../providers/questions.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorCard } from '../../shared/ErrorCard.tsx';
import { LoadingBlock } from '../../shared/LoadingBlock.tsx';
import { DataTable, ungrouped } from '../../shared/table/DataTable.tsx';
import { useFocusOnceClosed } from '../../shared/useFocusOnceClosed.ts';
import { useFormat } from '../../shared/useFormat.ts';
import { useQuestion } from '../../shared/useQuestion.ts';
import { PastDialog } from './dialogs/PastDialog.tsx';
import { RestoreDialog } from './dialogs/RestoreDialog.tsx';
import { RetractDialog } from './dialogs/RetractDialog.tsx';
import { addressOf, filterIn, isAnswering } from './historyFilter.ts';
import { HistoryFilters } from './HistoryFilters.tsx';
import { useAskForFile, useLookAgainAfter } from './lookAgain.ts';
import { useHistoryColumns, type NumberedEntry } from './useHistoryColumns.tsx';

type Opened = { readonly act: 'PAST' } | { readonly act: 'RETRACT' | 'RESTORE'; readonly entry: HistoryEntry };

/** Everything that was done on a file: what, by whom, when it was noted, and the day it happened; and how to undo it. */
export const FileHistory = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  const [opened, setOpened] = useState<Opened>();
  const lookAgain = useAskForFile();
  const heading = useRef<HTMLHeadingElement>(null);
  const close = () => setOpened(undefined);
  const toHeadingOnceClosed = useFocusOnceClosed(opened !== undefined, heading);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        <Typography variant="h2" ref={heading} tabIndex={-1}>
          {say('history.title')}
        </Typography>
        <Button size="small" aria-haspopup="dialog" onClick={() => setOpened({ act: 'PAST' })}>
          {say('past.open')}
        </Button>
      </Box>
      <FileMerges file={file} onUndone={lookAgain} />
      <HistoryEntries file={file} onOpen={setOpened} />
      {/* Beside the entries: asked again meanwhile, they do not take with them what is being typed. */}
      {opened?.act === 'PAST' && <PastDialog file={file} onClose={close} />}
      {opened?.act === 'RETRACT' && <RetractDialog file={file} entry={opened.entry} onClose={close} />}
      {opened?.act === 'RESTORE' && (
        <RestoreDialog
          file={file}
          entry={opened.entry}
          // The button that opened it may be gone with the value that it proposed.
          onRestored={toHeadingOnceClosed}
          onClose={close}
        />
      )}
    </>
  );
};

const HistoryEntries = ({ file, onOpen }: { file: FileRecord; onOpen: (opened: Opened) => void }) => {
  const say = useSentences();
  const navigate = useNavigate();
  const { plural, number } = useFormat();
  const { pathname, search } = useLocation();
  const filter = filterIn(search);
  const columns = useHistoryColumns(file, {
    onRetract: (entry) => onOpen({ act: 'RETRACT', entry }),
    onRestore: (entry) => onOpen({ act: 'RESTORE', entry }),
  });
  const { answer, error, isPending, askAgain } = useQuestion(`${file.id} ${file.version}`, (signal) =>
    questions.history(file.id, signal),
  );
  useLookAgainAfter(error);
  if (error !== undefined) return <ErrorCard error={error} onRetry={askAgain} />;
  if (isPending || answer === undefined) return <LoadingBlock />;
  if (answer.length === 0) return <EmptyState>{say('history.empty')}</EmptyState>;

  const rows = answer
    .map((entry, rank): NumberedEntry => ({ ...entry, rank: String(rank) }))
    .filter(isAnswering(filter));
  const counted = { ...plural(rows.length), total: number(answer.length) };
  return (
    <>
      <HistoryFilters
        entries={answer}
        filter={filter}
        onChange={(asked) => navigate(`${pathname}${addressOf(asked)}`, { replace: true })}
      />
      <Typography role="status" variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {rows.length === answer.length ? '' : say('history.filtered', counted)}
      </Typography>
      {rows.length === 0 ? (
        <EmptyState>{say('history.none_filtered')}</EmptyState>
      ) : (
        <DataTable<NumberedEntry>
          caption={say('history.caption')}
          columns={columns}
          groups={ungrouped(rows)}
          rowKey={({ rank }) => rank}
        />
      )}
    </>
  );
};
