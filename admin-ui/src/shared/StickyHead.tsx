import Box from '@mui/material/Box';
import { useEffect, useRef, type ReactNode } from 'react';
import { SHADES } from '../layout/shades.ts';

/** Where there is room for it; zoomed in, or on a phone, it would hide what one came to read. */
const LARGE = '@media screen and (min-width: 900px) and (min-height: 700px)';

/**
 * The head of a page, which stays in sight on a large screen. What is given the focus is never under it: the browser scrolls
 * below its height, whatever that is now.
 */
export const StickyHead = ({ children }: { children: ReactNode }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const head = box.current;
    if (head === null) return undefined;
    const { style } = document.documentElement;
    const keep = () => {
      style.scrollPaddingTop = getComputedStyle(head).position === 'sticky' ? `${head.offsetHeight + 8}px` : '';
    };
    const observer = new ResizeObserver(keep);
    observer.observe(head);
    window.addEventListener('resize', keep);
    keep();
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', keep);
      style.scrollPaddingTop = '';
    };
  }, []);

  return (
    <Box
      ref={box}
      sx={{
        mb: 2,
        [LARGE]: {
          position: 'sticky',
          top: 0,
          zIndex: 5,
          mx: -1,
          px: 1,
          pt: 1.5,
          mt: -1.5,
          pb: 1,
          bgcolor: 'background.default',
          // A shadow does not show in the dark: a line does.
          boxShadow: `0 1px 0 ${SHADES.floating}, 0 4px 6px -5px ${SHADES.shadow}`,
        },
      }}
    >
      {children}
    </Box>
  );
};
