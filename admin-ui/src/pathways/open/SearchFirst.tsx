import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Candidate } from '../../../../server/contract/person.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { questions } from '../../providers/questions.ts';
import { carriedWords, dropCarriedWords } from '../../palette/carriedWords.ts';
import { useAnnounce } from '../../shared/Announcer.tsx';
import { SearchField } from '../../shared/SearchField.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { CandidateList } from './CandidateList.tsx';

/** Before entering anybody: are they known already? Taking up a file must be easier than opening a second one. */
export const SearchFirst = ({ onNew }: { onNew: (sought: string) => void }) => {
  const say = useSentences();
  const announce = useAnnounce();
  const { plural } = useFormat();
  const [carried] = useState(carriedWords);
  const [found, setFound] = useState<readonly Candidate[]>();
  const [sought, setSought] = useState('');

  const search = async (text: string) => {
    dropCarriedWords();
    const candidates = await questions.searchPeople(text);
    return () => {
      setFound(candidates);
      setSought(text);
      announce(candidates.length === 0 ? say('opening.nothing') : say('opening.found', plural(candidates.length)));
    };
  };

  return (
    <Paper sx={{ p: { xs: 1.5, sm: 3 } }}>
      <Typography variant="h2">{say('opening.search_title')}</Typography>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {say('opening.search_intro')}
      </Typography>
      <SearchField
        id="search-first"
        label={say('pathways.search')}
        variant="contained"
        carried={carried}
        onSearch={search}
        onRefused={() => setFound(undefined)}
      />
      {found !== undefined && (
        <Box sx={{ mt: 3 }}>
          <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
            {found.length === 0 ? say('opening.nothing') : say('opening.found', plural(found.length))}
          </Typography>
          <CandidateList candidates={found} />
          <Button variant="outlined" onClick={() => onNew(sought)} sx={{ mt: 2 }}>
            {found.length === 0 ? say('opening.start') : say('opening.not_them')}
          </Button>
        </Box>
      )}
    </Paper>
  );
};
