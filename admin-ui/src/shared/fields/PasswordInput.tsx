import TextField from '@mui/material/TextField';
import { FieldNote } from './FieldNote.tsx';
import { useField, type FieldProps } from './useField.ts';

/** A password: kept by the browser's own keeper, never cut nor trimmed. */
export const PasswordInput = ({ hint, isNew = false, ...props }: FieldProps & { readonly isNew?: boolean }) => {
  const { id, field, error, label } = useField(props);
  const note = error !== undefined || hint !== undefined;
  return (
    <TextField
      {...field}
      inputRef={field.ref}
      ref={undefined}
      id={id}
      label={label}
      type="password"
      autoComplete={isNew ? 'new-password' : 'current-password'}
      error={error !== undefined}
      helperText={note && <FieldNote error={error} hint={hint} />}
      slotProps={{ htmlInput: { 'aria-required': props.isRequired === true }, inputLabel: { shrink: true } }}
    />
  );
};
