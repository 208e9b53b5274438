import Box from '@mui/material/Box';
import { useSentences } from '../i18n/useSentences.ts';

export const MAIN_ID = 'contenu';

/** First thing a keyboard meets. The address after # belongs to the router: the focus is moved by hand. */
export const SkipLink = () => {
  const say = useSentences();
  return (
    <Box
      component="a"
      href={`#${MAIN_ID}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(MAIN_ID)?.focus();
      }}
      sx={{
        position: 'absolute',
        left: 8,
        top: -60,
        zIndex: 1300,
        bgcolor: 'background.paper',
        color: 'primary.main',
        p: 1,
        fontWeight: 600,
        '&:focus': { top: 8 },
      }}
    >
      {say('common.skip')}
    </Box>
  );
};
