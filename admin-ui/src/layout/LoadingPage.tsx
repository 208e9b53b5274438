import Box from '@mui/material/Box';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';

export const LoadingPage = () => (
  <Box component="main" sx={{ maxWidth: '60rem', mx: 'auto', p: 3 }}>
    <LoadingBlock />
  </Box>
);
