import { useSentences } from '../../i18n/useSentences.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useTell } from '../../shared/useTell.ts';
import type { FileDialogProps } from '../file/dialogs/fileDialog.ts';
import { useChangeFile } from '../file/useChangeFile.ts';
import { ReasonInput } from './ReasonInput.tsx';

/** A referent works on numbers; the name behind one is given with a reason that the structure reads. */
export const RevealDialog = ({ file, onClose }: FileDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const change = useChangeFile(file.id);
  return (
    <FormDialog<{ reason: string }>
      title={say('rights.reveal_title', { number: file.number })}
      intro={say('rights.reveal_intro')}
      submitLabel={say('rights.reveal_submit')}
      defaultValues={{}}
      onSubmit={async ({ reason }) => {
        await change({ kind: 'REVEAL', file, reason });
        tell(say('rights.reveal_done'));
      }}
      onClose={onClose}
    >
      <ReasonInput hint={say('rights.reveal_reason_hint')} />
    </FormDialog>
  );
};
