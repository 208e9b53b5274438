import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { MergeView } from '../../../server/contract/merge.ts';
import { useSentences } from '../i18n/useSentences.ts';
import type { FileRecord } from '../providers/fileChange.ts';
import { mergeQuestions } from '../providers/mergeQuestions.ts';
import { FormDialog } from '../shared/FormDialog.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useQuestion } from '../shared/useQuestion.ts';
import { useSubmissionKey } from '../shared/useSubmissionKey.ts';
import { useTell } from '../shared/useTell.ts';

interface FileMergesProps {
  readonly file: FileRecord;
  readonly onUndone: () => void;
}

/** The files that were merged into this one, until when each merge may be undone, or why it may not. */
export const FileMerges = ({ file, onUndone }: FileMergesProps) => {
  const say = useSentences();
  const tell = useTell();
  const keyFor = useSubmissionKey();
  const [undone, setUndone] = useState<MergeView>();
  const { answer = [] } = useQuestion(file.grants.merge ? `${file.id} ${file.version}` : undefined, (signal) =>
    mergeQuestions.list(file.id, signal),
  );
  if (answer.length === 0) return null;
  return (
    <Alert
      severity="info"
      variant="outlined"
      icon={false}
      sx={{
        mb: 2,
        bgcolor: 'background.paper',
        color: 'text.primary',
        // What has the focus is outlined around, not cut off.
        '& .MuiAlert-message': { width: '100%', overflow: 'visible' },
      }}
    >
      <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
        {say('merging.merges')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {answer.map((merge) => (
          <li key={merge.id}>
            <MergeWords merge={merge} />
            {merge.refusal === null ? (
              <Button
                variant="outlined"
                size="small"
                aria-haspopup="dialog"
                aria-label={say('merging.undo_of', { number: merge.number })}
                onClick={() => setUndone(merge)}
              >
                {say('merging.undo')}
              </Button>
            ) : (
              <Typography variant="body2" color="textSecondary">
                {merge.refusal.reason}
              </Typography>
            )}
          </li>
        ))}
      </Box>
      {undone && (
        <FormDialog
          title={say('merging.undo_of', { number: undone.number })}
          intro={say('merging.undo_intro', { number: undone.number })}
          submitLabel={say('merging.undo')}
          closeLabel={say('merging.keep')}
          defaultValues={{}}
          onSubmit={async () => {
            await mergeQuestions.unmerge(file, undone.id, keyFor([file.version, undone.id]));
            tell(say('merging.undone', { number: undone.number }));
            onUndone();
          }}
          onClose={() => setUndone(undefined)}
        />
      )}
    </Alert>
  );
};

const MergeWords = ({ merge: { number, at, byName, until } }: { merge: MergeView }) => {
  const say = useSentences();
  const { longDay, longDayOf } = useFormat();
  const words = { number, day: longDayOf(at), until: longDay(until) };
  return (
    <Typography sx={{ mb: 0.5 }}>
      {byName === null ? say('merging.merged_by_nobody', words) : say('merging.merged', { ...words, name: byName })}
    </Typography>
  );
};
