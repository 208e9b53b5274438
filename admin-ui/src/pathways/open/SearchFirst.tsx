import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Candidate } from '../../../../server/contract/person.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { questions, SHORTEST_SEARCH } from '../../providers/questions.ts';
import { useAnnounce } from '../../shared/Announcer.tsx';
import { ErrorCard } from '../../shared/ErrorCard.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { CandidateList } from './CandidateList.tsx';

/** Before entering anybody: are they known already? Taking up a file must be easier than opening a second one. */
export const SearchFirst = ({ onNew }: { onNew: () => void }) => {
  const say = useSentences();
  const announce = useAnnounce();
  const { plural } = useFormat();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Candidate[]>();
  const [error, setError] = useState<unknown>();
  const [isTooShort, setTooShort] = useState(false);

  const search = async () => {
    setError(undefined);
    setTooShort(text.trim().length < SHORTEST_SEARCH);
    if (text.trim().length < SHORTEST_SEARCH) return void setFound(undefined);
    try {
      const candidates = await questions.searchPeople(text);
      setFound(candidates);
      announce(candidates.length === 0 ? say('opening.nothing') : say('opening.found', plural(candidates.length)));
    } catch (refusal) {
      setFound(undefined);
      setError(refusal);
    }
  };

  return (
    <Paper sx={{ p: { xs: 1.5, sm: 3 } }}>
      <Typography variant="h2">{say('opening.search_title')}</Typography>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {say('opening.search_intro')}
      </Typography>
      <Box
        component="form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-end' }}
      >
        <TextField
          id="search-first"
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
        <Button type="submit" variant="contained" sx={{ minHeight: 38 }}>
          {say('pathways.search_submit')}
        </Button>
      </Box>
      {error !== undefined && <ErrorCard error={error} />}
      {found !== undefined && (
        <Box sx={{ mt: 3 }}>
          <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
            {found.length === 0 ? say('opening.nothing') : say('opening.found', plural(found.length))}
          </Typography>
          <CandidateList candidates={found} />
          <Button variant="outlined" onClick={onNew} sx={{ mt: 2 }}>
            {found.length === 0 ? say('opening.start') : say('opening.not_them')}
          </Button>
        </Box>
      )}
    </Paper>
  );
};
