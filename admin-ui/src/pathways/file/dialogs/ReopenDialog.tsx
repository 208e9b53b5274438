import { useSentences } from '../../../i18n/useSentences.ts';
import { EventDialog } from './EventDialog.tsx';
import type { FileDialogProps } from './fileDialog.ts';
import { standingClosure } from './standingEvents.ts';

/** Takes a closure back: it is retracted, not erased. */
export const ReopenDialog = ({ file, onClose }: FileDialogProps) => {
  const say = useSentences();
  const closure = standingClosure(file);
  if (closure === undefined) return null;

  return (
    <EventDialog
      file={file}
      title={say('record.reopen_title')}
      intro={say('record.reopen_intro')}
      toEvent={() => ({ retracts: closure })}
      onClose={onClose}
    />
  );
};
