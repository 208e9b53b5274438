import { useSentences } from '../../i18n/useSentences.ts';
import { TextInput } from '../../shared/fields/TextInput.tsx';

/** Why a right is used: somebody else will read it, and the hint says who. */
export const ReasonInput = ({ hint, isOptional = false }: { hint?: string; isOptional?: boolean }) => {
  const say = useSentences();
  return (
    <TextInput
      source="reason"
      label={say('rights.reason')}
      hint={hint}
      maxLength={500}
      rows={3}
      isRequired={!isOptional}
    />
  );
};
