import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** Nothing to show, said in a sentence, with what can be done about it. */
export const EmptyState = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <Box
    sx={{
      py: 4,
      px: 2,
      textAlign: 'center',
      border: '1px dashed',
      borderColor: 'divider',
      borderRadius: 1,
      bgcolor: 'background.paper',
    }}
  >
    <Typography color="textSecondary">{children}</Typography>
    {action && <Box sx={{ mt: 1.5 }}>{action}</Box>}
  </Box>
);
