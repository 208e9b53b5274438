import { useRef } from 'react';
import { ApiError } from '../../providers/apiError.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { isLost } from '../../shared/unheard.ts';
import { useTell } from '../../shared/useTell.ts';
import type { FileDialogProps } from '../file/dialogs/fileDialog.ts';
import { useAskForFile } from '../file/lookAgain.ts';
import { useChangeFile } from '../file/useChangeFile.ts';
import { ReasonInput } from './ReasonInput.tsx';

/** Makes a sealed file an ordinary one again: says for whom before it is done. */
export const UnsealDialog = ({ file, onClose }: FileDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const change = useChangeFile(file.id);
  const wasLost = useRef(false);
  const lookAgain = useAskForFile();
  return (
    <FormDialog<{ reason?: string }>
      title={say('rights.unseal_title', { name: file.name ?? file.number })}
      intro={say('rights.unseal_intro')}
      submitLabel={say('rights.unseal')}
      defaultValues={{}}
      onSubmit={async ({ reason = '' }) => {
        try {
          await change({ kind: 'UNSEAL', ...(reason.trim() === '' ? {} : { reason: reason.trim() }) });
        } catch (refusal) {
          // Lifted the first time, when the answer was lost.
          const isDone = wasLost.current && refusal instanceof ApiError && refusal.code === 'not_sealed';
          wasLost.current ||= isLost(refusal);
          if (!isDone) throw refusal;
          lookAgain();
        }
        tell(say('rights.unseal_done'));
      }}
      onClose={onClose}
    >
      <ReasonInput hint={say('rights.unseal_reason_hint')} isOptional />
    </FormDialog>
  );
};
