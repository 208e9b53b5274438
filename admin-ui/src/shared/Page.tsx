import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type ReactNode } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { isFirstPage } from './firstPage.ts';

interface PageProps {
  readonly title: ReactNode;
  /** What the browser's tab and its history show: never a person's name. By default, the title. */
  readonly documentTitle?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page: one h1, the title of the document, and the focus on the h1 when one arrives from another page. */
export const Page = ({ title, documentTitle, actions, children }: PageProps) => {
  const say = useSentences();
  const heading = useRef<HTMLHeadingElement>(null);
  const named = documentTitle ?? (typeof title === 'string' ? title : '');

  useEffect(() => {
    document.title = named === '' ? say('common.product') : `${named} – ${say('common.product')}`;
  }, [named, say]);

  useEffect(() => {
    if (!isFirstPage()) heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', justifyContent: 'space-between', mb: 2 }}
      >
        <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {actions}
      </Box>
      {children}
    </>
  );
};
