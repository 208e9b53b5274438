import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { formErrorsOf } from '../providers/apiError.ts';
import { ErrorCard } from './ErrorCard.tsx';
import { useProblem } from './useProblem.ts';

interface SearchFieldProps {
  readonly id: string;
  readonly label: string;
  readonly variant: 'contained' | 'outlined';
  /** What was typed elsewhere, and is searched at once. */
  readonly carried?: string;
  /**
   * Resolves with what shows what was found: of two searches, the last one is shown, in whatever order they are answered.
   * Rejects with the server's refusal, told at the field when it is about the words.
   */
  readonly onSearch: (text: string) => Promise<() => void>;
  /** Called when the words were refused: what was found before answers another question. */
  readonly onRefused: () => void;
  readonly children?: ReactNode;
}

/** A search whose words travel in the body of a POST, never in the address (decision 18). */
export const SearchField = ({ id, label, variant, carried = '', onSearch, onRefused, children }: SearchFieldProps) => {
  const say = useSentences();
  const problem = useProblem();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(carried);
  const [error, setError] = useState<unknown>();
  const told = formErrorsOf(error);

  const turn = useRef(0);
  const search = async () => {
    turn.current += 1;
    const own = turn.current;
    setError(undefined);
    try {
      const show = await onSearch(text);
      if (turn.current === own) show();
    } catch (refusal) {
      if (turn.current !== own) return;
      onRefused();
      setError(refusal);
      field.current?.focus();
    }
  };

  const asked = useRef(search);
  useEffect(() => {
    if (carried !== '') void asked.current();
  }, [carried]);

  return (
    <>
      <Box
        component="form"
        role="search"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
        onReset={() => {
          turn.current += 1;
          setText('');
          setError(undefined);
        }}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2, alignItems: 'flex-end' }}
      >
        <TextField
          id={id}
          label={label}
          type="search"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          inputRef={field}
          error={told !== undefined}
          helperText={told !== undefined && (String(told['text'] ?? '') || problem(error).sentence)}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ maxWidth: '32rem', flex: '1 1 14rem' }}
        />
        <Button type="submit" variant={variant} sx={{ minHeight: 38 }}>
          {say('pathways.search_submit')}
        </Button>
        {children}
      </Box>
      {error !== undefined && told === undefined && <ErrorCard error={error} />}
    </>
  );
};
