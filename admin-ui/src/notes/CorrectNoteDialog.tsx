import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type ComponentType } from 'react';
import { useListContext } from 'react-admin';
import type { NoteInput, NoteView } from '../../../server/contract/note.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { noteQuestions } from '../providers/noteQuestions.ts';
import { bothChanged, ConflictMet, isStale } from '../shared/conflict.ts';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useTell } from '../shared/useTell.ts';
import { NoteText } from './NoteText.tsx';
import { NoteFields } from './NoteFields.tsx';

export interface NoteDialogProps {
  readonly note: NoteView;
  readonly onClose: () => void;
}

export type NoteDialog = ComponentType<NoteDialogProps>;

/**
 * Gives a note another text. Saved elsewhere meanwhile (412), one chooses between both; back to the form, it is shown as it
 * is now, beside what was typed.
 */
export const CorrectNoteDialog = ({ note: shown, onClose }: NoteDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const { refetch } = useListContext();
  // As one has seen it: what the list reads again meanwhile is not that, until it was met and is shown.
  const [note, setNote] = useState(shown);
  const [opened] = useState<NoteInput>({ text: note.text ?? '', visibility: note.visibility });
  const [isBehind, setBehind] = useState(false);

  const save = async (seen: NoteView, mine: NoteInput) => {
    try {
      await noteQuestions.correct(seen, mine);
    } catch (refusal) {
      if (!isStale(refusal)) throw refusal;
      const now = await noteQuestions.read(seen).catch(() => {
        throw refusal;
      });
      // It is as it was sent: the answer was lost.
      if (now.text !== mine.text || now.visibility !== mine.visibility) {
        await refetch();
        setNote(now);
        setBehind(true);
        if (now.text === null) throw refusal;
        throw new ConflictMet(conflictWith(now, now.text, mine));
      }
    }
    setBehind(false);
    tell(say('notes.corrected'));
    await refetch();
  };

  const conflictWith = (now: NoteView, text: string, mine: NoteInput) => {
    const theirs: NoteInput = { text, visibility: now.visibility };
    const words = (key: keyof NoteInput, given: NoteInput) =>
      key === 'text' ? given.text : say(`notes.choose_${given.visibility}`);
    const both = bothChanged(['text', 'visibility'], opened, mine, theirs);
    return {
      // Its author alone corrects a note: in another window.
      changed: { by: now.authorName, at: now.correctedAt },
      fields: both.map((key) => ({
        key,
        label: say(key === 'text' ? 'notes.text' : 'notes.visibility'),
        mine: words(key, mine),
        theirs: words(key, theirs),
      })),
      save: (keepTheirs: ReadonlySet<string>) => {
        const keeps = (key: keyof NoteInput) => keepTheirs.has(key) || mine[key] === opened[key];
        const { text: saved, visibility } = theirs;
        return save(now, {
          text: keeps('text') ? saved : mine.text,
          visibility: keeps('visibility') ? visibility : mine.visibility,
        });
      },
    };
  };

  return (
    <FormDialog<NoteInput>
      title={say('notes.correct_title')}
      intro={say('notes.correct_intro')}
      defaultValues={opened}
      onSubmit={({ text, visibility }) => save(note, { text, visibility })}
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
