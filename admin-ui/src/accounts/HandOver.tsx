import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { PasswordLinkView } from '../../../server/contract/account.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useFormat } from '../shared/useFormat.ts';
import { useTell } from '../shared/useTell.ts';

/** A link to hand over, this once. */
export const HandOver = ({ link, onClose }: { link: PasswordLinkView; onClose: () => void }) => {
  const say = useSentences();
  const tell = useTell();
  const { instant } = useFormat();
  const id = useId();
  const address = new URL(link.path, window.location.origin).href;

  return (
    <Dialog
      open
      onClose={(_event, reason) => reason !== 'backdropClick' && onClose()}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth="sm"
    >
      <DialogTitle id={`${id}-title`}>{say('accounts.link_title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{say('accounts.link_intro')}</Typography>
        <TextField
          id={`${id}-link`}
          label={say('accounts.link_label')}
          value={address}
          multiline
          helperText={say('accounts.link_until', { at: instant(link.endsAt) })}
          onFocus={(event) => event.target.select()}
          slotProps={{ htmlInput: { readOnly: true }, inputLabel: { shrink: true } }}
        />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button
          variant="outlined"
          onClick={() => void navigator.clipboard.writeText(address).then(() => tell(say('accounts.link_copied')))}
        >
          {say('accounts.link_copy')}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {say('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
