import Typography from '@mui/material/Typography';
import type { HistoryEntry } from '../../../../../server/contract/pathway.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { FileRecord } from '../../../providers/fileChange.ts';
import { EventDialog } from './EventDialog.tsx';

interface RetractDialogProps {
  readonly file: FileRecord;
  readonly entry: HistoryEntry;
  readonly onClose: () => void;
}

/** Takes back what was recorded by mistake. Nothing is erased: the history keeps both, and the plan counts neither. */
export const RetractDialog = ({ file, entry, onClose }: RetractDialogProps) => {
  const say = useSentences();
  const hasConsequences = file.events.some((event) => !event.superseded && event['followsFrom'] === entry.eventId);
  return (
    <EventDialog<object>
      file={file}
      title={say('history.retract_title')}
      intro={say('history.retract_intro')}
      submitLabel={say('history.retract')}
      toEvent={() => ({ retracts: entry.eventId ?? '' })}
      saved={say('history.retracted')}
      onClose={onClose}
    >
      <Typography sx={{ fontWeight: 600 }}>{entry.sentence}</Typography>
      {hasConsequences && <Typography sx={{ mt: 1 }}>{say('history.retract_consequences')}</Typography>}
    </EventDialog>
  );
};
