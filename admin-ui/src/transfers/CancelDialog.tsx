import { useSentences } from '../i18n/useSentences.ts';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useTell } from '../shared/useTell.ts';

interface CancelDialogProps {
  readonly name: string;
  readonly onConfirm: () => Promise<void>;
  readonly onClose: () => void;
}

/** Takes back a transfer that the other structure has not answered. */
export const CancelDialog = ({ name, onConfirm, onClose }: CancelDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  return (
    <FormDialog
      title={say('transfers.cancel_title', { name })}
      intro={say('transfers.cancel_intro')}
      submitLabel={say('transfers.cancel')}
      defaultValues={{}}
      onSubmit={async () => {
        await onConfirm();
        tell(say('transfers.cancel_done'));
      }}
      onClose={onClose}
    />
  );
};
