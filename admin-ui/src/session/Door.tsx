import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';

/** Around the pages where nobody is signed in: the product, the language, and one column. */
export const Door = ({ children }: { children: ReactNode }) => {
  const say = useSentences();
  return (
    <Box component="main" sx={{ maxWidth: '46rem', mx: 'auto', px: 2, py: { xs: 3, sm: 6 } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 700, fontSize: '1.25rem', color: 'primary.main' }}>
          {say('common.product')}
        </Typography>
        <LanguageSwitch />
      </Box>
      {children}
    </Box>
  );
};
