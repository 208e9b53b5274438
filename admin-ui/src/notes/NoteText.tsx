import Typography from '@mui/material/Typography';

/** As it was typed, line by line. */
export const NoteText = ({ children }: { children: string }) => (
  <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{children}</Typography>
);
