import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ImportView } from '../../../server/contract/import.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { questions } from '../providers/questions.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useSubmissionKey } from '../shared/useSubmissionKey.ts';
import { ImportTabs } from './ImportTabs.tsx';

interface ImportPreviewProps {
  readonly view: ImportView;
  readonly onConfirmed: () => void;
}

/** What would be saved, refused, left alone. Nothing is saved before the button is pressed. */
export const ImportPreview = ({ view, onConfirmed }: ImportPreviewProps) => {
  const say = useSentences();
  const { plural } = useFormat();
  const keyFor = useSubmissionKey();
  const [error, setError] = useState<unknown>();
  const [isConfirming, setConfirming] = useState(false);
  const isNothing = view.toCreate + view.toUpdate === 0;

  const confirm = async () => {
    setConfirming(true);
    setError(undefined);
    try {
      await questions.confirmImport(view.id, keyFor('confirm'));
      onConfirmed();
    } catch (refusal) {
      setError(refusal);
      setConfirming(false);
    }
  };

  return (
    <>
      <Paper sx={{ p: 2, mb: 3 }}>
        <Typography variant="h2">{say('imports.preview_title', plural(view.rows))}</Typography>
        {view.unassigned > 0 && (
          <Typography sx={{ mt: 0.5 }}>{say('imports.unassigned', plural(view.unassigned))}</Typography>
        )}
        {isNothing && <Typography sx={{ mt: 0.5 }}>{say('imports.nothing')}</Typography>}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mt: 1.5 }}>
          <Button variant="contained" disabled={isConfirming} onClick={() => void confirm()}>
            {isConfirming ? say('imports.confirming') : say('imports.confirm')}
          </Button>
          <Typography sx={{ fontWeight: 600 }}>{say('imports.promise')}</Typography>
        </Box>
        {error !== undefined && <ErrorCard error={error} refused={say('forms.refused')} />}
      </Paper>
      <ImportTabs view={view} />
    </>
  );
};
