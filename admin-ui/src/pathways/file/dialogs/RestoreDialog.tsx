import Typography from '@mui/material/Typography';
import type { HistoryEntry } from '../../../../../server/contract/pathway.ts';
import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { FileRecord } from '../../../providers/fileChange.ts';
import { Description } from '../../../shared/Description.tsx';
import { TextInput } from '../../../shared/fields/TextInput.tsx';
import { FormDialog } from '../../../shared/FormDialog.tsx';
import { useTell } from '../../../shared/useTell.ts';
import { historyFieldLabel } from '../historyFieldLabel.ts';
import { useChangeFile } from '../useChangeFile.ts';
import { useHistoryValue } from '../useHistoryValue.ts';

interface RestoreDialogProps {
  readonly file: FileRecord;
  readonly entry: HistoryEntry;
  readonly onRestored: () => void;
  readonly onClose: () => void;
}

/** Gives a field back the value that a correction replaced: both are shown, the reason is asked, the history keeps all. */
export const RestoreDialog = ({ file, entry, onRestored, onClose }: RestoreDialogProps) => {
  const labels = useLabels();
  const say = useSentences();
  const tell = useTell();
  const change = useChangeFile(file.id);
  const { now, written } = useHistoryValue(file);
  const isPart = entry.field?.startsWith('person.address.') === true;
  return (
    <FormDialog<{ readonly reason: string }>
      title={say('history.restore_title', { field: historyFieldLabel(entry.field, say, labels) })}
      intro={say('history.restore_intro')}
      submitLabel={say('history.restore_submit')}
      defaultValues={{ reason: '' }}
      onSubmit={async ({ reason }) => {
        const restored = { changeId: entry.changeId ?? '', reason };
        await change({ kind: 'RESTORE', restored, etag: file.etag });
        tell(say('history.restored'));
        onRestored();
      }}
      onClose={onClose}
    >
      <Description
        entries={[
          { term: say('history.restore_now'), value: now(entry) },
          { term: say('history.restore_to'), value: written(entry, entry.before) },
        ]}
      />
      {isPart && <Typography variant="body2">{say('history.restore_address')}</Typography>}
      <TextInput
        source="reason"
        label={say('history.restore_reason')}
        hint={say('history.restore_reason_hint')}
        maxLength={500}
        isRequired
      />
    </FormDialog>
  );
};
