import type { ReactNode } from 'react';
import type { EventInput } from '../../../../../server/contract/pathway.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { FileRecord } from '../../../providers/fileChange.ts';
import { FormDialog } from '../../../shared/FormDialog.tsx';
import { useSession } from '../../../shared/useSession.ts';
import { useTell } from '../../../shared/useTell.ts';
import { useRecordEvent } from '../useChangeFile.ts';

interface EventDialogProps<Values> {
  readonly file: FileRecord;
  readonly title: string;
  readonly intro?: string;
  readonly defaults?: Partial<Values>;
  readonly toEvent: (values: Values) => EventInput;
  readonly submitLabel?: string;
  /** What to say once recorded. */
  readonly saved?: string;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Records one event, dated today unless told otherwise. A refusal of the rules (409) is shown here, with its reason. */
export const EventDialog = <Values extends object>({
  file,
  title,
  intro,
  defaults,
  toEvent,
  saved,
  submitLabel,
  onClose,
  children,
}: EventDialogProps<Values>) => {
  const say = useSentences();
  const tell = useTell();
  const { today } = useSession();
  const record = useRecordEvent(file.id);

  return (
    <FormDialog<Values>
      title={title}
      intro={intro}
      {...(submitLabel === undefined ? {} : { submitLabel })}
      defaultValues={{ on: today, ...defaults } as unknown as Partial<Values>}
      onSubmit={async (values) => {
        await record(toEvent(values));
        tell(saved ?? say('record.saved'));
      }}
      onClose={onClose}
    >
      {children}
    </FormDialog>
  );
};
