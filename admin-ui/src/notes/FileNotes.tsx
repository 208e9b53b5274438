import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ListBase } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import type { FileRecord } from '../providers/fileChange.ts';
import { LIST_ONCE } from '../shared/queries.ts';
import { NewNote } from './NewNote.tsx';
import { NoteList } from './NoteList.tsx';
import { PrivateNotesCount } from './PrivateNotesCount.tsx';

/** What is noted on a file, beside its events: written above, read below, by those for whom it is. */
export const FileNotes = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  return (
    <ListBase
      resource="notes"
      perPage={25}
      sort={{ field: 'writtenAt', order: 'DESC' }}
      storeKey={false}
      disableSyncWithLocation
      exporter={false}
      queryOptions={{ ...LIST_ONCE, meta: { pathwayId: file.id } }}
    >
      <Typography variant="h2" sx={{ mb: 1 }}>
        {say('notes.title')}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {say('notes.intro')}
      </Typography>
      {file.grants.writeNote && <NewNote pathwayId={file.id} />}
      <Box component="section" aria-labelledby="notes-written">
        <NoteList />
        {file.grants.countPrivateNotes && <PrivateNotesCount pathwayId={file.id} />}
      </Box>
    </ListBase>
  );
};
