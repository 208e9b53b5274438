import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { SHADES } from '../layout/shades.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { BusyButton } from '../shared/BusyButton.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { useUpload } from './useUpload.ts';

const ACCEPTED = '.csv,.xlsx';

/** Where a list is dropped or chosen. What is sent is only looked at: the confirmation comes later. */
export const ImportUpload = () => {
  const say = useSentences();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { upload, sending, error, isWrongType } = useUpload();
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) void upload(file);
  };

  return (
    <>
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
        sx={{
          p: { xs: 2, sm: 4 },
          textAlign: 'center',
          border: '2px dashed',
          borderColor: isOver ? 'primary.main' : SHADES.edge,
          borderRadius: 1,
          bgcolor: 'background.paper',
        }}
      >
        <Typography>{say('imports.drop')}</Typography>
        <Typography color="textSecondary" variant="body2" sx={{ mb: 2 }}>
          {say('imports.limits')}
        </Typography>
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          hidden
          aria-label={say('imports.choose')}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        <BusyButton
          variant="contained"
          isBusy={sending !== undefined}
          busyLabel={say('imports.sending', { name: sending ?? '' })}
          onClick={() => input.current?.click()}
        >
          {say('imports.choose')}
        </BusyButton>
        <Typography sx={{ mt: 2, fontWeight: 600 }}>{say('imports.promise')}</Typography>
      </Box>
      {isWrongType && (
        <Typography role="alert" color="error" sx={{ mt: 1 }}>
          {say('imports.wrong_type')}
        </Typography>
      )}
      {error !== undefined && <ErrorCard error={error} refused={say('imports.failed_title')} />}
    </>
  );
};
