import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import { useGetOne } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import type { FileRecord } from '../providers/fileChange.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { inPlaceOf } from '../shared/unheard.ts';
import { KEPT_BY_NOBODY, WHOLE } from '../shared/queries.ts';

interface OfFileProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly children: (file: FileRecord) => ReactNode;
}

/** A dialogue that needs the whole file: asked for when it opens, and told when it cannot be had. */
export const OfFile = ({ id, onClose, children }: OfFileProps) => {
  const say = useSentences();
  const titleId = useId();
  const { data: file, error, refetch } = useGetOne<FileRecord>('pathways', { id, meta: WHOLE }, KEPT_BY_NOBODY);
  if (file !== undefined && inPlaceOf(file, error) === undefined) return children(file);
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>{say('file.title')}</DialogTitle>
      <DialogContent>
        {error ? (
          <ErrorCard error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingBlock label={say('file.loading')} />
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{say('common.cancel')}</Button>
      </DialogActions>
    </Dialog>
  );
};
