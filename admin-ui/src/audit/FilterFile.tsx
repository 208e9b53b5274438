import TextField from '@mui/material/TextField';
import { useEffect, useId, useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { useFilters } from '../shared/FilterContext.tsx';
import { written } from '../shared/useListFilter.ts';

const IDENTIFIER = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NUMBER = /^J\d{2}-\d+$/i;

/** One file of the trail: by the number that people quote, or by the identifier that the trail keeps. */
export const FilterFile = () => {
  const say = useSentences();
  const id = useId();
  const { values, set } = useFilters();
  const told = written(values['number'] ?? values['pathwayId']);
  const [typed, setTyped] = useState(told);
  const [isLeft, setLeft] = useState(false);
  // What is typed and not understood filters nothing: it stays in the field, where it is told.
  useEffect(() => setTyped((now) => (told === '' && filterOf(now) === undefined ? now : told)), [told]);
  const isRefused = isLeft && typed.trim() !== '' && filterOf(typed) === undefined;
  const change = (text: string) => {
    setTyped(text);
    setLeft(false);
    const filter = filterOf(text);
    if (filter !== undefined) set(filter.source, filter.value, [filter.source === 'number' ? 'pathwayId' : 'number']);
    else if (told !== '') set('pathwayId', undefined, ['number']);
  };
  return (
    <TextField
      id={id}
      size="small"
      label={say('audit.filter_file')}
      value={typed}
      error={isRefused}
      helperText={say(isRefused ? 'audit.filter_file_refused' : 'audit.filter_file_hint')}
      onChange={(event) => change(event.target.value)}
      onBlur={() => setLeft(true)}
      onKeyDown={({ key }) => key === 'Enter' && setLeft(true)}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { autoComplete: 'off', spellCheck: false },
        formHelperText: { role: isRefused ? 'alert' : undefined },
      }}
    />
  );
};

function filterOf(text: string): { readonly source: 'number' | 'pathwayId'; readonly value: string } | undefined {
  const asked = text.trim();
  if (IDENTIFIER.test(asked)) return { source: 'pathwayId', value: asked.toLowerCase() };
  return NUMBER.test(asked) ? { source: 'number', value: asked.toUpperCase() } : undefined;
}
