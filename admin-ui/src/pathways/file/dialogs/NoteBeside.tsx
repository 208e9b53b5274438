import { NOTE_MAX_LENGTH, NOTE_VISIBILITIES } from '../../../../../server/contract/labels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import { ChoiceInput } from '../../../shared/fields/ChoiceInput.tsx';
import { TextInput } from '../../../shared/fields/TextInput.tsx';

/** What is to be remembered of what has just happened; left blank, nothing is written. */
export const NoteBeside = () => {
  const say = useSentences();
  return (
    <>
      <TextInput
        source="note.text"
        label={say('entry.note')}
        hint={say('notes.text_hint')}
        rows={3}
        maxLength={NOTE_MAX_LENGTH}
      />
      <ChoiceInput
        source="note.visibility"
        label={say('notes.visibility')}
        options={NOTE_VISIBILITIES.map((value) => ({ value, label: say(`entry.note_${value}`) }))}
        isRequired
      />
    </>
  );
};
