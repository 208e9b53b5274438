import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { isFirstPage } from './firstPage.ts';
import { StickyHead } from './StickyHead.tsx';

interface PageProps {
  readonly title: ReactNode;
  /** What the browser's tab and its history show: never a person's name. By default, the title. */
  readonly documentTitle?: string;
  readonly actions?: ReactNode;
  /** What stays in sight under the title, on a large screen. */
  readonly head?: ReactNode;
  /** What of it stays in sight on a phone, on one line. */
  readonly headLine?: string;
  readonly children: ReactNode;
}

/** One page: one h1, the title of the document, and the focus on the h1 when one arrives from another page. */
export const Page = ({ title, documentTitle, actions, head, headLine, children }: PageProps) => {
  const say = useSentences();
  const heading = useRef<HTMLHeadingElement>(null);
  const named = documentTitle ?? (typeof title === 'string' ? title : '');

  useEffect(() => {
    document.title = named === '' ? say('common.product') : `${named} – ${say('common.product')}`;
  }, [named, say]);

  // Before anything that gives it to what had it when one left this page.
  useLayoutEffect(() => {
    if (!isFirstPage()) heading.current?.focus({ preventScroll: true });
  }, []);

  const top = (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        rowGap: 1,
        alignItems: 'center',
        justifyContent: 'space-between',
        mb: head === undefined ? 2 : 0.5,
      }}
    >
      <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
        {title}
      </Typography>
      {actions}
    </Box>
  );
  return (
    <>
      {head === undefined ? (
        top
      ) : (
        <StickyHead line={headLine}>
          {top}
          {head}
        </StickyHead>
      )}
      {children}
    </>
  );
};
