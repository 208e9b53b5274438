import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useListContext } from 'react-admin';
import { NOTE_VISIBILITIES } from '../../../server/contract/labels.ts';
import type { NoteView } from '../../../server/contract/note.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useAfterEntry } from '../pathways/file/entrySaved.ts';
import { useAnnounce } from '../shared/Announcer.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { FilterBar } from '../shared/FilterBar.tsx';
import { FilterChoice } from '../shared/FilterChoice.tsx';
import { NotUpToDate } from '../shared/NotUpToDate.tsx';
import { inPlaceOf } from '../shared/unheard.ts';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { Pager } from '../shared/table/Pager.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useListFilter } from '../shared/useListFilter.ts';
import { CorrectNoteDialog, type NoteDialog } from './CorrectNoteDialog.tsx';
import { NoteCard } from './NoteCard.tsx';
import { WithdrawNoteDialog } from './WithdrawNoteDialog.tsx';

/** The notes that the reader may read, latest first, by those whom they are for. */
export const NoteList = () => {
  const say = useSentences();
  const announce = useAnnounce();
  const { plural } = useFormat();
  const { total, isFetching, refetch } = useListContext<NoteView>();
  useAfterEntry(() => void refetch());
  const { hasFilters } = useListFilter();
  const count = total === undefined ? undefined : say('notes.total', plural(total));
  useEffect(() => {
    if (count !== undefined && !isFetching) announce(count);
  }, [announce, count, isFetching]);

  return (
    <>
      <Typography id="notes-written" variant="h3" sx={{ mb: 1 }}>
        {count ?? say('notes.title')}
      </Typography>
      <FilterBar hasFilters={hasFilters}>
        <FilterChoice
          source="visibility"
          label={say('notes.filter_visibility')}
          emptyLabel={say('notes.filter_all')}
          options={NOTE_VISIBILITIES.map((value) => ({ value, label: say(`notes.visibility_${value}`) }))}
        />
      </FilterBar>
      <NoteCards />
      <Pager title={say('notes.title')} />
    </>
  );
};

interface OpenedNote {
  readonly note: NoteView;
  readonly Dialog: NoteDialog;
}

/** Beside the list, which is read again behind a dialogue: gone to another page, a note stays, with what is typed of it. */
const NoteCards = () => {
  const { data } = useListContext<NoteView>();
  const [opened, setOpened] = useState<OpenedNote>();
  const note = data?.find(({ id }) => id === opened?.note.id) ?? opened?.note;
  return (
    <>
      <ShownNotes onOpen={setOpened} />
      {opened && note && <opened.Dialog note={note} onClose={() => setOpened(undefined)} />}
    </>
  );
};

const ShownNotes = ({ onOpen }: { onOpen: (opened: OpenedNote) => void }) => {
  const say = useSentences();
  const { data, error, isPending, isFetching, setFilters, refetch } = useListContext<NoteView>();
  const { hasFilters } = useListFilter();
  if (inPlaceOf(data, error) !== undefined) return <ErrorCard error={error} onRetry={() => void refetch()} />;
  if (isPending || data === undefined) return <LoadingBlock />;
  if (data.length === 0) {
    const clear = <Button onClick={() => setFilters({}, [])}>{say('table.clear_filters')}</Button>;
    return (
      <EmptyState action={hasFilters && clear}>{say(hasFilters ? 'notes.empty_filtered' : 'notes.empty')}</EmptyState>
    );
  }

  return (
    <>
      <NotUpToDate shown={data} error={error} onRetry={() => void refetch()} />
      <Box component="ul" aria-busy={isFetching} sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.5 }}>
        {data.map((note) => (
          <NoteCard
            key={note.id}
            note={note}
            onCorrect={() => onOpen({ note, Dialog: CorrectNoteDialog })}
            onWithdraw={() => onOpen({ note, Dialog: WithdrawNoteDialog })}
          />
        ))}
      </Box>
    </>
  );
};
