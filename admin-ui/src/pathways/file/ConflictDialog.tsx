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
import { useSentences } from '../../i18n/useSentences.ts';
import { FIELD_LABELS } from '../fieldLabels.ts';
import { useFieldText } from '../useFieldText.ts';
import type { FieldValues } from './correction.ts';
import type { Conflict } from './useCorrection.ts';

interface ConflictDialogProps {
  readonly conflict: Conflict;
  readonly onResolve: (values: FieldValues, etag: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Two people changed the same file: both values of each field, and the choice of one. Nothing is lost unseen. */
export const ConflictDialog = ({ conflict, onResolve, onClose }: ConflictDialogProps) => {
  const say = useSentences();
  const titleId = useId();
  const [keepTheirs, setKeepTheirs] = useState<readonly string[]>([]);
  const kept = new Map([...conflict.mine].filter(([path]) => !keepTheirs.includes(path)));
  const choose = (path: string, isTheirs: boolean) =>
    setKeepTheirs([...keepTheirs.filter((other) => other !== path), ...(isTheirs ? [path] : [])]);

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="md">
      <DialogTitle id={titleId}>{say('correct.conflict_title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>
          {conflict.paths.length === 0 ? say('correct.conflict_none') : say('correct.conflict_intro')}
        </Typography>
        {conflict.paths.map((path) => (
          <ConflictField
            key={path}
            path={path}
            conflict={conflict}
            isTheirs={keepTheirs.includes(path)}
            onChoose={choose}
          />
        ))}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{say('common.cancel')}</Button>
        <Button variant="contained" onClick={() => void (kept.size === 0 ? onClose() : onResolve(kept, conflict.etag))}>
          {say('correct.conflict_save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

interface ConflictFieldProps {
  readonly path: string;
  readonly conflict: Conflict;
  readonly isTheirs: boolean;
  readonly onChoose: (path: string, isTheirs: boolean) => void;
}

const ConflictField = ({ path, conflict, isTheirs, onChoose }: ConflictFieldProps) => {
  const say = useSentences();
  const text = useFieldText();
  const labelId = useId();
  const label = say(FIELD_LABELS[path as keyof typeof FIELD_LABELS]);
  const key = path.split('.')[1] ?? '';
  return (
    <RadioGroup
      aria-labelledby={labelId}
      value={isTheirs ? 'theirs' : 'mine'}
      onChange={(_event, value) => onChoose(path, value === 'theirs')}
      sx={{ mb: 2 }}
    >
      <FormLabel id={labelId} sx={{ fontWeight: 600, color: 'text.primary' }}>
        {say('correct.conflict_keep', { field: label })}
      </FormLabel>
      <FormControlLabel
        value="mine"
        control={<Radio size="small" />}
        label={say('correct.conflict_mine', { value: text(key, conflict.mine.get(path)) })}
      />
      <FormControlLabel
        value="theirs"
        control={<Radio size="small" />}
        label={say('correct.conflict_theirs', { value: text(key, conflict.theirs.get(path)) })}
      />
    </RadioGroup>
  );
};
