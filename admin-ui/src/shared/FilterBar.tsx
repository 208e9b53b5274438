import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId, useState, type ReactNode } from 'react';
import { useListContext } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import { FilterProvider } from './FilterContext.tsx';

/** The filters of the list around it; each applies at once and is part of the address. On a phone they fold. */
export const FilterBar = ({ children, hasFilters }: { children: ReactNode; hasFilters: boolean }) => {
  const say = useSentences();
  const id = useId();
  const { setFilters } = useListContext();
  const [isOpen, setOpen] = useState(hasFilters);

  return (
    <Box sx={{ mb: 2 }}>
      <Button
        variant="outlined"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        sx={{ display: { sm: 'none' }, bgcolor: 'background.paper', mb: 1 }}
      >
        {say('table.filters')}
      </Button>
      <Box
        role="group"
        id={id}
        aria-label={say('table.filters')}
        sx={{
          display: { xs: isOpen ? 'grid' : 'none', sm: 'grid' },
          gap: 1.5,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 12.5rem), 1fr))',
          alignItems: 'end',
        }}
      >
        <FilterProvider>{children}</FilterProvider>
        {hasFilters && (
          <Button onClick={() => setFilters({}, [])} sx={{ justifySelf: 'start' }}>
            {say('table.clear_filters')}
          </Button>
        )}
      </Box>
    </Box>
  );
};
