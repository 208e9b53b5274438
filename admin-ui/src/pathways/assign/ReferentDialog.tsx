import Typography from '@mui/material/Typography';
import { useSentences } from '../../i18n/useSentences.ts';
import { ChoiceInput } from '../../shared/fields/ChoiceInput.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useCaseworkerChoices } from '../../shared/useChoices.ts';
import { useTell } from '../../shared/useTell.ts';
import { useChangeFile } from '../file/useChangeFile.ts';
import type { AssignDialogProps } from './target.ts';

/** Gives a file to a caseworker of one's own structure; a file that nobody follows joins the structure with it. */
export const ReferentDialog = ({ target, onClose, onDone }: AssignDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const change = useChangeFile(target.id);
  const caseworkers = useCaseworkerChoices(true);

  return (
    <FormDialog<{ referentId: string }>
      title={say('assign.dialog_referent', { name: target.name })}
      submitLabel={say('assign.button')}
      defaultValues={{}}
      onSubmit={async ({ referentId }) => {
        await change({ kind: 'ASSIGN', to: { referentId } });
        tell(target.saved);
        onDone?.();
      }}
      onClose={onClose}
    >
      {caseworkers.length === 0 && <Typography>{say('assign.no_caseworker')}</Typography>}
      <ChoiceInput source="referentId" label={say('assign.to_referent')} options={caseworkers} isRequired />
    </FormDialog>
  );
};
