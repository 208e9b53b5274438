import type { TransferView } from '../../../server/contract/rights.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ReasonInput } from '../pathways/rights/ReasonInput.tsx';
import { ApiError } from '../providers/apiError.ts';
import { rightsQuestions } from '../providers/rightsQuestions.ts';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useTell } from '../shared/useTell.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { transferName } from './transferName.ts';

export interface AnswerDialogProps {
  readonly transfer: TransferView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Refused because the other side was quicker, the lists are asked again too: they show what it did. */
async function answered(answer: Promise<void>, onDone: () => void): Promise<void> {
  try {
    await answer;
  } catch (refusal) {
    if (refusal instanceof ApiError && (refusal.status === 404 || refusal.status === 409)) onDone();
    throw refusal;
  }
  onDone();
}

/** Takes the file of a transfer. When the structure follows the person already, the server says so, and nothing moves. */
export const AcceptDialog = ({ transfer, onClose, onDone }: AnswerDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const isSealed = transfer.preview === null;
  return (
    <FormDialog
      title={say('transfers.accept_title', { name: transferName(transfer, say) })}
      intro={[say('transfers.accept_intro'), ...(isSealed ? [say('transfers.accept_intro_sealed')] : [])].join(' ')}
      submitLabel={say('transfers.accept')}
      defaultValues={{}}
      onSubmit={async () => {
        await answered(rightsQuestions.acceptTransfer(transfer.id), onDone);
        tell(say('transfers.accept_done'));
      }}
      onClose={onClose}
    />
  );
};

/** Leaves the file where it is, with a reason that the other structure reads. */
export const RefuseDialog = ({ transfer, onClose, onDone }: AnswerDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  return (
    <FormDialog<{ reason: string }>
      title={say('transfers.refuse_title', { name: transferName(transfer, say) })}
      intro={say('transfers.refuse_intro')}
      submitLabel={say('transfers.refuse')}
      defaultValues={{}}
      onSubmit={async ({ reason }) => {
        await answered(rightsQuestions.refuseTransfer(transfer.id, reason), onDone);
        tell(say('transfers.refuse_done'));
      }}
      onClose={onClose}
    >
      <ReasonInput />
    </FormDialog>
  );
};

export const TakeBackDialog = ({ transfer, onClose, onDone }: AnswerDialogProps) => {
  const say = useSentences();
  return (
    <CancelDialog
      name={transferName(transfer, say)}
      onConfirm={() => answered(rightsQuestions.cancelTransfer(transfer.id), onDone)}
      onClose={onClose}
    />
  );
};
