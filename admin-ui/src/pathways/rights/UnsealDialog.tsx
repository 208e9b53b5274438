import { useSentences } from '../../i18n/useSentences.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useTell } from '../../shared/useTell.ts';
import type { FileDialogProps } from '../file/dialogs/fileDialog.ts';
import { useChangeFile } from '../file/useChangeFile.ts';
import { ReasonInput } from './ReasonInput.tsx';

/** Makes a sealed file an ordinary one again: says for whom before it is done. */
export const UnsealDialog = ({ file, onClose }: FileDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const change = useChangeFile(file.id);
  return (
    <FormDialog<{ reason?: string }>
      title={say('rights.unseal_title', { name: file.name ?? file.number })}
      intro={say('rights.unseal_intro')}
      submitLabel={say('rights.unseal')}
      defaultValues={{}}
      onSubmit={async ({ reason = '' }) => {
        await change({ kind: 'UNSEAL', ...(reason.trim() === '' ? {} : { reason: reason.trim() }) });
        tell(say('rights.unseal_done'));
      }}
      onClose={onClose}
    >
      <ReasonInput hint={say('rights.unseal_reason_hint')} isOptional />
    </FormDialog>
  );
};
