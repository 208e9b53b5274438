import Button from '@mui/material/Button';
import { useSentences } from '../../i18n/useSentences.ts';
import { questions } from '../../providers/questions.ts';
import { SearchField } from '../../shared/SearchField.tsx';

export interface Found {
  readonly ids: readonly string[];
}

interface PersonSearchProps {
  readonly found: Found | undefined;
  readonly onFound: (found: Found | undefined) => void;
}

/** Search of a person among one's files. */
export const PersonSearch = ({ found, onFound }: PersonSearchProps) => {
  const say = useSentences();
  const search = async (text: string) => {
    const candidates = await questions.searchPeople(text);
    return () => onFound({ ids: candidates.map(({ pathwayId }) => pathwayId) });
  };

  return (
    <SearchField
      id="person-search"
      label={say('pathways.search')}
      variant="outlined"
      onSearch={search}
      onRefused={() => onFound(undefined)}
    >
      {found !== undefined && (
        <Button type="reset" onClick={() => onFound(undefined)} sx={{ minHeight: 38 }}>
          {say('pathways.search_clear')}
        </Button>
      )}
    </SearchField>
  );
};
