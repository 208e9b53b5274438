import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type ComponentType } from 'react';
import { useListContext } from 'react-admin';
import type { NoteInput, NoteView } from '../../../server/contract/note.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ApiError } from '../providers/apiError.ts';
import { noteQuestions } from '../providers/noteQuestions.ts';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useTell } from '../shared/useTell.ts';
import { NoteText } from './NoteText.tsx';
import { NoteFields } from './NoteFields.tsx';

export interface NoteDialogProps {
  readonly note: NoteView;
  readonly onClose: () => void;
}

export type NoteDialog = ComponentType<NoteDialogProps>;

/** Gives a note another text. Saved elsewhere meanwhile (412), it is shown as it is now, beside what was typed. */
export const CorrectNoteDialog = ({ note, onClose }: NoteDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const { refetch } = useListContext();
  const [opened] = useState<NoteInput>({ text: note.text ?? '', visibility: note.visibility });
  const [isBehind, setBehind] = useState(false);

  const save = async ({ text, visibility }: NoteInput) => {
    try {
      await noteQuestions.correct(note, { text, visibility });
    } catch (refusal) {
      if (refusal instanceof ApiError && refusal.status === 412) {
        await refetch();
        setBehind(true);
      }
      throw refusal;
    }
    setBehind(false);
    tell(say('notes.corrected'));
    await refetch();
  };

  return (
    <FormDialog<NoteInput>
      title={say('notes.correct_title')}
      intro={say('notes.correct_intro')}
      defaultValues={opened}
      onSubmit={save}
      onClose={onClose}
    >
      {isBehind && (
        <Box sx={{ p: 1.5, border: 1, borderColor: 'divider', borderRadius: 1 }}>
          <Typography sx={{ fontWeight: 600 }}>{say('notes.correct_meanwhile')}</Typography>
          <NoteText>{note.text ?? say('notes.withdrawn')}</NoteText>
        </Box>
      )}
      <NoteFields standing={note.visibility} />
    </FormDialog>
  );
};
