import { useRef } from 'react';
import type { SealInput } from '../../../../server/contract/rights.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { rightsQuestions } from '../../providers/rightsQuestions.ts';
import { isStale } from '../../shared/conflict.ts';
import { ErrorCard } from '../../shared/ErrorCard.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { isLost } from '../../shared/unheard.ts';
import { useQuestion } from '../../shared/useQuestion.ts';
import { useSession } from '../../shared/useSession.ts';
import { useTell } from '../../shared/useTell.ts';
import type { FileDialogProps } from '../file/dialogs/fileDialog.ts';
import { useAskForFile, useLookAgainAfter } from '../file/lookAgain.ts';
import { useChangeFile } from '../file/useChangeFile.ts';
import { areHeld, rightsAtFirst, rightsNow, toHolders, type HeldRights } from './heldRights.ts';
import { HoldersInput } from './HoldersInput.tsx';
import { ReasonInput } from './ReasonInput.tsx';

interface SealForm {
  readonly reason: string;
  readonly rights: HeldRights;
}

const NOBODY_YET: ReadonlyMap<string, string> = new Map();

/** Seals a file: what it changes and for whom, who keeps access, and the reason. */
export const SealDialog = ({ file, onClose }: FileDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const { user } = useSession();
  const change = useChangeFile(file.id);
  const wasLost = useRef(false);
  const lookAgain = useAskForFile();
  return (
    <FormDialog<SealForm>
      title={say('rights.seal_title', { name: file.name ?? file.number })}
      intro={say('rights.seal_intro')}
      submitLabel={say('rights.seal')}
      defaultValues={{ rights: rightsAtFirst(file, user.id) }}
      onSubmit={async ({ reason, rights }) => {
        try {
          // Sealed the first time, when the answer was lost: not sealed twice.
          const isDone = wasLost.current && areHeld(rights, await rightsQuestions.sealHolders(file.id), user.id);
          if (isDone) lookAgain();
          else await change({ kind: 'SEAL', seal: { reason, holders: toHolders(rights) } });
        } catch (refusal) {
          wasLost.current ||= isLost(refusal);
          throw refusal;
        }
        tell(say('rights.seal_done'));
      }}
      onClose={onClose}
    >
      <ReasonInput hint={say('rights.seal_reason_hint')} />
      <HoldersInput names={NOBODY_YET} referentId={file.referentId} />
    </FormDialog>
  );
};

/** Gives and takes rights on a sealed file. It opens on those that are held now: saved, they are the only ones. */
export const HoldersDialog = ({ file, onClose }: FileDialogProps) => {
  const say = useSentences();
  const tell = useTell();
  const { user } = useSession();
  const change = useChangeFile(file.id);
  const { answer, error, askAgain } = useQuestion(file.id, (signal) => rightsQuestions.sealHolders(file.id, signal));
  useLookAgainAfter(error);
  if (error !== undefined) return <ErrorCard error={error} onRetry={askAgain} />;
  if (answer === undefined) return null;

  /** Over what was read: the file may have changed otherwise meanwhile, and its rights may be those that are asked. */
  const save = async (seal: SealInput, rights: HeldRights, version: number): Promise<void> => {
    try {
      await change({ kind: 'SEAL', seal, version });
    } catch (refusal) {
      if (!isStale(refusal)) throw refusal;
      const now = await rightsQuestions.sealHolders(file.id).catch(() => {
        throw refusal;
      });
      if (areHeld(rights, now, user.id)) return;
      if (!areHeld(rightsNow(answer, user.id), now, user.id)) throw refusal;
      await save(seal, rights, now.version);
    }
  };

  return (
    <FormDialog<SealForm>
      title={say('rights.holders_title', { name: file.name ?? file.number })}
      intro={say('rights.holders_intro')}
      submitLabel={say('rights.holders_save')}
      defaultValues={{ rights: rightsNow(answer, user.id) }}
      onSubmit={async ({ reason, rights }) => {
        await save({ reason, holders: toHolders(rights) }, rights, answer.version);
        tell(say('rights.holders_done'));
      }}
      onClose={onClose}
    >
      <HoldersInput
        names={new Map(answer.holders.map(({ accountId, displayName }) => [accountId, displayName]))}
        referentId={file.referentId}
      />
      <ReasonInput hint={say('rights.seal_reason_hint')} />
    </FormDialog>
  );
};
