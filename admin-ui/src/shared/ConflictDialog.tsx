import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import type { Changed, Conflict, ConflictField } from './conflict.ts';
import { sendingBy } from './sendByKeyboard.ts';
import { useFormat } from './useFormat.ts';

interface ConflictDialogProps {
  readonly conflict: Conflict;
  readonly onResolve: (keepTheirs: ReadonlySet<string>) => void;
  /** Back to what is being typed, which is as it was. */
  readonly onClose: () => void;
}

/** Two people changed the same thing: who and when, both values of each field, and the choice of one. Nothing is lost unseen. */
export const ConflictDialog = ({
  conflict: { changed, fields, alsoChanged = [] },
  onResolve,
  onClose,
}: ConflictDialogProps) => {
  const say = useSentences();
  const titleId = useId();
  const [keepTheirs, setKeepTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (key: string, isTheirs: boolean) =>
    setKeepTheirs(new Set([...[...keepTheirs].filter((other) => other !== key), ...(isTheirs ? [key] : [])]));

  return (
    <Dialog
      open
      onClose={onClose}
      // As the form under it is sent. Enter alone chooses nothing here, and sends nothing from a choice.
      onKeyDown={sendingBy(() => onResolve(keepTheirs))}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="md"
    >
      <DialogTitle id={titleId}>{say('conflict.title')}</DialogTitle>
      <DialogContent>
        {changed && <WhoChanged changed={changed} />}
        <Typography sx={{ mb: 2 }}>{say(fields.length === 0 ? 'conflict.none' : 'conflict.intro')}</Typography>
        {fields.map((field) => (
          <ConflictChoice key={field.key} field={field} isTheirs={keepTheirs.has(field.key)} onChoose={choose} />
        ))}
        {alsoChanged.length > 0 && (
          <>
            <Typography sx={{ fontWeight: 600 }}>{say('conflict.also')}</Typography>
            <Box component="ul" sx={{ mt: 0.5, mb: 0, pl: 2.5 }}>
              {alsoChanged.map(({ key, label, theirs }) => (
                <Box component="li" key={key} sx={{ overflowWrap: 'anywhere' }}>
                  {say('common.pair', { what: label, said: theirs })}
                </Box>
              ))}
            </Box>
          </>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{say('conflict.back')}</Button>
        <Button variant="contained" onClick={() => onResolve(keepTheirs)}>
          {say('conflict.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

/** « Modifié à 10:31 par Claire ». */
export const WhoChanged = ({ changed: { by, at } }: { changed: Changed }) => {
  const say = useSentences();
  const { moment } = useFormat();
  const words = { name: by ?? say('notes.by_somebody'), when: at === null ? '' : moment(at) };
  return <Typography sx={{ fontWeight: 600, mb: 1 }}>{say('conflict.by', words).replace('  ', ' ')}</Typography>;
};

interface ConflictChoiceProps {
  readonly field: ConflictField;
  readonly isTheirs: boolean;
  readonly onChoose: (key: string, isTheirs: boolean) => void;
}

const ConflictChoice = ({ field: { key, label, mine, theirs }, isTheirs, onChoose }: ConflictChoiceProps) => {
  const say = useSentences();
  const labelId = useId();
  const option = (value: string, words: string) => (
    <FormControlLabel
      value={value}
      control={<Radio size="small" />}
      label={words}
      sx={{ alignItems: 'start', '& .MuiFormControlLabel-label': { pt: '7px', overflowWrap: 'anywhere', minWidth: 0 } }}
    />
  );
  return (
    <RadioGroup
      aria-labelledby={labelId}
      value={isTheirs ? 'theirs' : 'mine'}
      onChange={(_event, value) => onChoose(key, value === 'theirs')}
      sx={{ mb: 2 }}
    >
      <FormLabel id={labelId} sx={{ fontWeight: 600, color: 'text.primary', overflowWrap: 'anywhere' }}>
        {label}
      </FormLabel>
      {option('mine', say('conflict.mine', { value: mine }))}
      {option('theirs', say('conflict.theirs', { value: theirs }))}
    </RadioGroup>
  );
};
