import Box from '@mui/material/Box';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { SHADES } from '../layout/shades.ts';

/** Where there is room for it; zoomed in, or on a phone, it would hide what one came to read. */
const LARGE = '@media screen and (min-width: 900px) and (min-height: 700px)';
/** Room for one line of it; a phone that is held flat, or a page zoomed four times, has none. */
const TALL = '@media screen and (min-height: 480px)';
const LINE_PX = 44;

/**
 * The head of a page, which stays in sight on a large screen; on a phone, one line of it does once it is scrolled past. What
 * is given the focus is never under either: the browser scrolls below its height, whatever that is now.
 */
export const StickyHead = ({ line, children }: { line: string | undefined; children: ReactNode }) => {
  const box = useRef<HTMLDivElement>(null);
  const lineBox = useRef<HTMLDivElement>(null);
  const [isPast, setPast] = useState(false);
  useEffect(() => {
    if (box.current === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry !== undefined) setPast(!entry.isIntersecting && entry.boundingClientRect.top < 0);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const head = box.current;
    if (head === null) return undefined;
    const { style } = document.documentElement;
    const keep = () => {
      const isLine = lineBox.current !== null && getComputedStyle(lineBox.current).display !== 'none';
      const height = getComputedStyle(head).position === 'sticky' ? head.offsetHeight : isLine ? LINE_PX : 0;
      style.scrollPaddingTop = height === 0 ? '' : `${height + 8}px`;
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
    <>
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
      {/* The title again, for whoever sees: it is read where it is. */}
      {line !== undefined && (
        <Box
          ref={lineBox}
          aria-hidden
          data-head-line
          sx={{
            display: 'none',
            visibility: isPast ? 'visible' : 'hidden',
            [TALL]: { display: 'block' },
            [LARGE]: { display: 'none' },
            position: 'fixed',
            top: 0,
            left: 0,
            right: 0,
            zIndex: 5,
            height: LINE_PX,
            lineHeight: `${LINE_PX}px`,
            px: 2,
            fontWeight: 600,
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
            bgcolor: 'background.default',
            boxShadow: `0 1px 0 ${SHADES.edge}`,
          }}
        >
          {line}
        </Box>
      )}
    </>
  );
};
