import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { useSession } from '../shared/useSession.ts';

interface AsOfInputProps {
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** The day that the figures tell; a day to come is not asked, and the field says why. */
export const AsOfInput = ({ value, onChange }: AsOfInputProps) => {
  const say = useSentences();
  const { today } = useSession();
  const [typed, setTyped] = useState(value);
  const isToCome = typed > today;
  const type = (day: string) => {
    setTyped(day);
    if (day !== '' && day <= today) onChange(day);
  };

  return (
    <TextField
      id="as-of"
      type="date"
      label={say('reports.as_of')}
      value={typed}
      onChange={(event) => type(event.target.value)}
      error={isToCome}
      helperText={isToCome && say('reports.not_to_come')}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today } }}
    />
  );
};
