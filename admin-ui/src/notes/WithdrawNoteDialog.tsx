import { useState } from 'react';
import { useListContext } from 'react-admin';
import type { NoteView } from '../../../server/contract/note.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { noteQuestions } from '../providers/noteQuestions.ts';
import { isStale } from '../shared/conflict.ts';
import { FormDialog } from '../shared/FormDialog.tsx';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { useTell } from '../shared/useTell.ts';
import type { NoteDialogProps } from './CorrectNoteDialog.tsx';
import { NoteText } from './NoteText.tsx';

/** Takes a note back. Nothing is erased: those who could read it are told that it was, by whom and why. */
export const WithdrawNoteDialog = ({ note: listed, onClose }: NoteDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const { refetch } = useListContext();
  // The list may not show it any more.
  const [read, setRead] = useState<NoteView>();
  const note = read !== undefined && read.version > listed.version ? read : listed;
  return (
    <FormDialog<{ readonly reason: string }>
      title={say('notes.withdraw_title')}
      intro={say(note.visibility === 'PRIVATE' ? 'notes.withdraw_intro_PRIVATE' : 'notes.withdraw_intro')}
      submitLabel={say('notes.withdraw')}
      defaultValues={{ reason: '' }}
      onSubmit={async ({ reason }) => {
        await noteQuestions.withdraw(note, reason).catch(async (refusal: unknown) => {
          // Corrected meanwhile: what is about to be withdrawn is shown as it is now.
          await refetch();
          if (isStale(refusal)) await noteQuestions.read(note).then(setRead, () => undefined);
          throw refusal;
        });
        tell(say('notes.withdrawn_done'));
        await refetch();
      }}
      onClose={onClose}
    >
      <NoteText>{note.text ?? ''}</NoteText>
      <TextInput
        source="reason"
        label={say('notes.reason')}
        hint={say('notes.reason_hint')}
        rows={2}
        maxLength={500}
        isRequired
      />
    </FormDialog>
  );
};
