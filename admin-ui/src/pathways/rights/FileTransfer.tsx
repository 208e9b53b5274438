import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { useFormat } from '../../shared/useFormat.ts';
import { CancelDialog } from '../../transfers/CancelDialog.tsx';
import { useChangeFile } from '../file/useChangeFile.ts';

const TITLES = {
  PENDING: 'transfers.pending',
  REFUSED: 'transfers.refused',
  ACCEPTED: 'transfers.left',
} as const;

/** That the file is asked of another structure, or was refused by it; or that it left, and until when it is read. */
export const FileTransfer = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  const { longDay, longDayOf } = useFormat();
  const change = useChangeFile(file.id);
  const [isCancelling, setCancelling] = useState(false);
  const { transfer } = file;
  if (transfer === null) return null;

  const words = { name: transfer.organisationName, day: longDayOf(transfer.at) };
  const isPending = transfer.state === 'PENDING';
  return (
    <>
      <Alert
        severity={isPending ? 'info' : 'warning'}
        variant="outlined"
        icon={false}
        sx={{ mb: 2, bgcolor: 'background.paper', color: 'text.primary', flexWrap: 'wrap' }}
        action={
          isPending && (
            <Button variant="outlined" size="small" aria-haspopup="dialog" onClick={() => setCancelling(true)}>
              {say('transfers.cancel')}
            </Button>
          )
        }
      >
        <AlertTitle>{say(TITLES[transfer.state], words)}</AlertTitle>
        {isPending && say('transfers.pending_more')}
        {transfer.state === 'REFUSED' && say('transfers.refused_more', { reason: transfer.reason ?? '' })}
        {transfer.state === 'ACCEPTED' && say('transfers.left_more', { until: longDay(transfer.readsUntil ?? '') })}
      </Alert>
      {isCancelling && (
        <CancelDialog
          name={file.name ?? file.number}
          onConfirm={async () => {
            await change({ kind: 'CANCEL_TRANSFER', file, transferId: transfer.id });
          }}
          onClose={() => setCancelling(false)}
        />
      )}
    </>
  );
};
