import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export interface Described {
  readonly term: string;
  readonly value: ReactNode;
}

/** Terms and their values, tied to each other for every reader (a description list). */
export const Description = ({ entries }: { entries: readonly Described[] }) => (
  <Box
    component="dl"
    sx={{
      m: 0,
      display: 'grid',
      gap: 1.5,
      gridTemplateColumns: {
        xs: 'repeat(auto-fill, minmax(min(100%, 7.5rem), 1fr))',
        sm: 'repeat(auto-fill, minmax(13rem, 1fr))',
      },
    }}
  >
    {entries.map(({ term, value }) => (
      <Box key={term} sx={{ minWidth: 0 }}>
        <Typography component="dt" variant="body2" color="textSecondary">
          {term}
        </Typography>
        <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
          {value}
        </Box>
      </Box>
    ))}
  </Box>
);
