import TextField from '@mui/material/TextField';
import { useEffect, useId, useState } from 'react';
import { useFilters } from '../shared/FilterContext.tsx';
import { written } from '../shared/useListFilter.ts';

interface FilterTextProps {
  readonly source: string;
  readonly label: string;
  readonly type: 'date' | 'text';
}

/** A whole identifier, or a day of this century: what is half typed asks nothing. */
const COMPLETE = {
  date: /^20\d\d-\d\d-\d\d$/,
  text: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
} as const;

/** One filter of the list around it: a day or an identifier, applied once it is whole, lifted when it is emptied. */
export const FilterText = ({ source, label, type }: FilterTextProps) => {
  const id = useId();
  const { values, set } = useFilters();
  const told = written(values[source]);
  const [typed, setTyped] = useState(told);
  useEffect(() => setTyped(told), [told]);
  const change = (text: string) => {
    setTyped(text);
    const asked = text.trim();
    if (asked === '') set(source, undefined);
    else if (COMPLETE[type].test(asked)) set(source, asked.toLowerCase());
  };
  return (
    <TextField
      id={id}
      type={type}
      size="small"
      label={label}
      value={typed}
      onChange={(event) => change(event.target.value)}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { autoComplete: 'off', spellCheck: false } }}
    />
  );
};
