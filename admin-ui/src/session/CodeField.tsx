import TextField from '@mui/material/TextField';

interface CodeFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly autoFocus?: boolean;
}

/** A code typed from a phone: the browser offers it when it holds it, and never remembers it. */
export const CodeField = ({ id, label, hint, value, onChange, autoFocus = true }: CodeFieldProps) => (
  <TextField
    id={id}
    label={label}
    helperText={hint}
    autoComplete="one-time-code"
    autoFocus={autoFocus}
    value={value}
    onChange={(event) => {
      onChange(event.target.value);
    }}
    slotProps={{
      htmlInput: { autoCapitalize: 'characters', spellCheck: false, 'aria-required': true },
      inputLabel: { shrink: true },
    }}
  />
);
