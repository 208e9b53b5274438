import type { NoteInput, NoteVisibility } from '../../../server/contract/note.ts';
import { NOTE_MAX_LENGTH, NOTE_VISIBILITIES } from '../../../server/contract/labels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { VisibilityInput } from './VisibilityInput.tsx';

/** What most notes are: for the colleagues who take over. */
export const NEW_NOTE: NoteInput = { text: '', visibility: 'STRUCTURE' };

interface NoteFieldsProps {
  /** Of a note that stands: it is given to more people, never to fewer. */
  readonly standing?: NoteVisibility;
  /** The form was sent: the next note is typed where the last one was. */
  readonly isEntered?: boolean;
}

export const NoteFields = ({ standing = 'PRIVATE', isEntered = false }: NoteFieldsProps) => {
  const say = useSentences();
  return (
    <>
      <TextInput
        source="text"
        label={say('notes.text')}
        hint={say('notes.text_hint')}
        rows={4}
        maxLength={NOTE_MAX_LENGTH}
        autoFocus={isEntered}
        isRequired
      />
      <VisibilityInput
        source="visibility"
        label={say('notes.visibility')}
        options={NOTE_VISIBILITIES.slice(NOTE_VISIBILITIES.indexOf(standing))}
      />
    </>
  );
};
