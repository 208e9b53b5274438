import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useSentences } from '../../i18n/useSentences.ts';
import { questions, SHORTEST_SEARCH } from '../../providers/questions.ts';
import { ErrorCard } from '../../shared/ErrorCard.tsx';

export interface Found {
  readonly ids: readonly string[];
}

interface PersonSearchProps {
  readonly found: Found | undefined;
  readonly onFound: (found: Found | undefined) => void;
}

/** Search of a person among one's files. The words travel in the body of a POST, never in the address (decision 18). */
export const PersonSearch = ({ found, onFound }: PersonSearchProps) => {
  const say = useSentences();
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>();
  const [isTooShort, setTooShort] = useState(false);

  const search = async () => {
    setError(undefined);
    setTooShort(text.trim().length < SHORTEST_SEARCH);
    if (text.trim().length < SHORTEST_SEARCH) return void onFound(undefined);
    try {
      const candidates = await questions.searchPeople(text);
      onFound({ ids: candidates.map(({ pathwayId }) => pathwayId) });
    } catch (refusal) {
      setError(refusal);
    }
  };
  const clear = () => {
    setText('');
    setError(undefined);
    onFound(undefined);
  };

  return (
    <>
      <Box
        component="form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2, alignItems: 'flex-end' }}
      >
        <TextField
          id="person-search"
          label={say('pathways.search')}
          type="search"
          autoComplete="off"
          value={text}
          error={isTooShort}
          helperText={isTooShort ? say('pathways.search_short') : undefined}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
          sx={{ maxWidth: '32rem', flex: '1 1 14rem' }}
        />
        <Button type="submit" variant="outlined" sx={{ minHeight: 38, bgcolor: 'background.paper' }}>
          {say('pathways.search_submit')}
        </Button>
        {found !== undefined && (
          <Button type="button" onClick={clear} sx={{ minHeight: 38 }}>
            {say('pathways.search_clear')}
          </Button>
        )}
      </Box>
      {error !== undefined && <ErrorCard error={error} />}
    </>
  );
};
