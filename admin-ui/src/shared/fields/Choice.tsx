import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { useId } from 'react';

export interface Option {
  readonly value: string;
  readonly label: string;
}

type ChoiceProps = Omit<TextFieldProps, 'onChange' | 'value' | 'label' | 'select'> & {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** The words of the empty choice; without it, one must choose. */
  readonly emptyLabel?: string | undefined;
  readonly onChange: (value: string) => void;
};

/** A choice in a list: the browser's own, which every keyboard, phone and screen reader knows. */
export const Choice = ({ label, value, options, emptyLabel, onChange, ...props }: ChoiceProps) => {
  const id = useId();
  return (
    <TextField
      id={id}
      {...props}
      select
      label={label}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      slotProps={{ ...props.slotProps, select: { native: true }, inputLabel: { shrink: true } }}
    >
      {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
};

/** Options from codes and their words. */
export function optionsOf<Code extends string>(
  codes: readonly Code[],
  labels: Readonly<Record<Code, string>>,
): Option[] {
  return codes.map((value) => ({ value, label: labels[value] }));
}
