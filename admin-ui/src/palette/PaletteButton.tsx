import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { dropCarriedWords } from './carriedWords.ts';
import { Palette } from './Palette.tsx';

/** The way to anybody and to any screen: a button, and Ctrl+K (⌘K) wherever no dialogue is open. */
export const PaletteButton = () => {
  const say = useSentences();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
      // Whoever signs in next finds nothing of it.
      dropCarriedWords();
    };
  }, []);
  return (
    <>
      <Button
        color="inherit"
        variant="outlined"
        size="small"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        {say('palette.open')}
        <Box component="span" aria-hidden sx={{ ml: 1, fontWeight: 400, display: { xs: 'none', md: 'inline' } }}>
          Ctrl K
        </Box>
      </Button>
      {isOpen && <Palette onClose={() => setOpen(false)} />}
    </>
  );
};
