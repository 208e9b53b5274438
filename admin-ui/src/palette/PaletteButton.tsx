import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import SvgIcon from '@mui/material/SvgIcon';
import { useEffect, useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { visuallyHidden } from '../shared/visuallyHidden.ts';
import { dropCarriedWords } from './carriedWords.ts';
import { Palette } from './Palette.tsx';

const IS_MAC = /mac|iphone|ipad/i.test(navigator.userAgent);

/** The way to anybody and to any screen: a button, and Ctrl+K (⌘K) wherever no dialogue is open. */
export const PaletteButton = () => {
  const say = useSentences();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isShortcut(event) || document.querySelector('[role=dialog], [role=alertdialog]') !== null) return;
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
        sx={{ gap: 0.75, minWidth: { xs: 40, sm: 64 } }}
      >
        <SvgIcon fontSize="small" aria-hidden>
          <path d="M10 4a6 6 0 1 0 3.7 10.7l5 5 1.4-1.4-5-5A6 6 0 0 0 10 4m0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8" />
        </SvgIcon>
        <Box component="span" sx={(theme) => ({ [theme.breakpoints.down('sm')]: visuallyHidden })}>
          {say('palette.open')}
        </Box>
        <Box component="span" aria-hidden sx={{ fontWeight: 400, display: { xs: 'none', md: 'inline' } }}>
          {IS_MAC ? '⌘K' : 'Ctrl K'}
        </Box>
      </Button>
      {isOpen && <Palette onClose={() => setOpen(false)} />}
    </>
  );
};

/** On a Mac, Ctrl+K deletes to the end of the line where one writes: it is left to that. */
function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey, target, isComposing }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'k' || altKey || shiftKey || isComposing) return false;
  const isWriting =
    target instanceof HTMLElement && target.matches('input, textarea, [contenteditable=""], [contenteditable=true]');
  return metaKey || (ctrlKey && !(IS_MAC && isWriting));
}
