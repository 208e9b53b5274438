import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import type { Option } from './Choice.tsx';
import { FieldNote } from './FieldNote.tsx';
import { useField, type FieldProps } from './useField.ts';

interface RadioInputProps extends FieldProps {
  readonly options: readonly Option[];
  /** Side by side: few, and short. */
  readonly isRow?: boolean;
}

/** One answer among a few, all seen before one is chosen. */
export const RadioInput = ({ options, isRow = false, ...props }: RadioInputProps) => {
  const { id, field, error, label } = useField(props);
  const labelId = `${id}-label`;
  return (
    <FormControl error={error !== undefined}>
      <FormLabel id={labelId} sx={{ fontWeight: 600, color: 'text.primary', overflowWrap: 'anywhere' }}>
        {label}
      </FormLabel>
      <RadioGroup
        id={id}
        tabIndex={-1}
        row={isRow}
        aria-labelledby={labelId}
        name={field.name}
        value={String(field.value)}
        onChange={(_event, value) => field.onChange(value)}
        onBlur={field.onBlur}
      >
        {options.map((option) => (
          <FormControlLabel
            key={option.value}
            value={option.value}
            control={<Radio size="small" />}
            label={option.label}
          />
        ))}
      </RadioGroup>
      {error !== undefined && (
        <FormHelperText>
          <FieldNote error={error} hint={undefined} />
        </FormHelperText>
      )}
    </FormControl>
  );
};
