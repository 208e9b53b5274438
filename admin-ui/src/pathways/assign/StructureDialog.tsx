import { useSentences } from '../../i18n/useSentences.ts';
import { ChoiceInput } from '../../shared/fields/ChoiceInput.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useStructureChoices } from '../../shared/useChoices.ts';
import { useTell } from '../../shared/useTell.ts';
import { useChangeFile } from '../file/useChangeFile.ts';
import type { AssignDialogProps } from './target.ts';

/** Gives a file to a structure, which names its own caseworker. */
export const StructureDialog = ({ target, onClose, onDone }: AssignDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const change = useChangeFile(target.id);
  const structures = useStructureChoices(true);

  return (
    <FormDialog<{ organisationId: string }>
      title={say('assign.dialog_structure', { name: target.name })}
      submitLabel={say('assign.button')}
      defaultValues={{}}
      onSubmit={async ({ organisationId }) => {
        await change({ kind: 'ASSIGN', to: { organisationId } });
        tell(target.saved);
        onDone?.();
      }}
      onClose={onClose}
    >
      <ChoiceInput source="organisationId" label={say('assign.to_structure')} options={structures} isRequired />
    </FormDialog>
  );
};
