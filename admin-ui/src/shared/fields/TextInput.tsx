import TextField from '@mui/material/TextField';
import { FieldNote } from './FieldNote.tsx';
import { useField, type FieldProps } from './useField.ts';

interface TextInputProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'number' | 'date' | 'search' | 'password' | 'time';
  readonly max?: string | number;
  readonly min?: string | number;
  readonly maxLength?: number;
  readonly rows?: number;
}

export const TextInput = ({ hint, type = 'text', max, min, maxLength, rows, autoFocus, ...props }: TextInputProps) => {
  const { id, field, error, label } = useField(props);
  const note = error !== undefined || hint !== undefined;
  return (
    <TextField
      {...field}
      inputRef={field.ref}
      ref={undefined}
      id={id}
      label={label}
      type={type}
      error={error !== undefined}
      helperText={note && <FieldNote error={error} hint={hint} />}
      autoComplete={type === 'password' ? 'current-password' : 'off'}
      autoFocus={autoFocus === true}
      {...(rows === undefined ? {} : { multiline: true, minRows: rows })}
      slotProps={{
        htmlInput: { max, min, maxLength, 'aria-required': props.isRequired === true },
        inputLabel: { shrink: true },
      }}
    />
  );
};
