import type { NoteVisibility } from '../../../server/contract/note.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { RadioInput } from '../shared/fields/RadioInput.tsx';

interface VisibilityInputProps {
  readonly source: string;
  readonly label: string;
  readonly options: readonly NoteVisibility[];
}

/** Who will read a note: each answer says it in words, and all are seen before one is chosen. */
export const VisibilityInput = ({ options, ...props }: VisibilityInputProps) => {
  const say = useSentences();
  return <RadioInput {...props} options={options.map((value) => ({ value, label: say(`notes.choose_${value}`) }))} />;
};
