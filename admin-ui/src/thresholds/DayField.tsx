import TextField from '@mui/material/TextField';
import type { Ref } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { useReportTrouble, useServerError } from '../shared/fields/FormErrors.tsx';

interface DayFieldProps {
  readonly value: string;
  readonly today: string;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onChange: (day: string) => void;
}

export const isDayToCome = (day: string, today: string): boolean => day !== '' && day >= today;

/** From which day: today at the earliest, because what was true yesterday stays so. */
export const DayField = ({ value, today, inputRef, onChange }: DayFieldProps) => {
  const say = useSentences();
  const label = say('thresholds.day');
  const refused = useServerError('effectiveOn', value);
  const error = isDayToCome(value, today) ? refused : say(value === '' ? 'forms.required' : 'thresholds.day_past');
  useReportTrouble({ id: 'effective-on', label, path: 'effectiveOn' }, refused !== undefined);

  return (
    <TextField
      id="effective-on"
      type="date"
      label={say('common.required', { label })}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      inputRef={inputRef}
      error={error !== undefined}
      helperText={error ?? say('thresholds.day_hint')}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today, 'aria-required': true } }}
      sx={{ maxWidth: '22rem' }}
    />
  );
};
