import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';
import { TextInput } from '../shared/fields/TextInput.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { ChangeList } from './ChangeList.tsx';
import type { Change } from './useChanges.ts';

interface PublishDialogProps {
  readonly day: string;
  readonly changes: readonly Change[];
  /** What the simulation came to. */
  readonly simulated: string;
  readonly reason: string;
  readonly onPublish: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** The last look before changes are published for good, and the reason that will stay beside them. */
export const PublishDialog = ({ day, changes, simulated, reason, onPublish, onClose }: PublishDialogProps) => {
  const say = useSentences();
  const { longDay } = useFormat();
  return (
    <FormDialog<{ reason: string }>
      title={say('thresholds.publish_title')}
      submitLabel={say('thresholds.publish_submit')}
      submittingLabel={say('thresholds.publishing')}
      defaultValues={{ reason }}
      onSubmit={(typed) => onPublish(typed.reason.trim())}
      onClose={onClose}
    >
      <Typography sx={{ fontWeight: 600 }}>{say('thresholds.publish_day', { day: longDay(day) })}</Typography>
      <ChangeList label={say('thresholds.to_publish')} changes={changes} />
      <Typography>{simulated}</Typography>
      <Alert severity="warning" icon={false} variant="outlined">
        {say('thresholds.for_good')}
      </Alert>
      <TextInput
        source="reason"
        label={say('thresholds.reason')}
        hint={say('thresholds.reason_hint')}
        maxLength={500}
        rows={3}
        isRequired
      />
    </FormDialog>
  );
};
