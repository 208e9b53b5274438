import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode, Ref } from 'react';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  /** Of a heading that is given the focus when what had it goes away. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
}

/** One part of the page, under its heading. */
export const Section = ({ id, title, intro, headingRef, children }: SectionProps) => (
  <Box component="section" aria-labelledby={id} sx={{ mb: 4 }}>
    <Typography
      id={id}
      variant="h2"
      ref={headingRef}
      tabIndex={headingRef === undefined ? undefined : -1}
      sx={{ mb: 1 }}
    >
      {title}
    </Typography>
    {intro !== undefined && (
      <Typography color="textSecondary" sx={{ mb: 1.5, maxWidth: '60rem' }}>
        {intro}
      </Typography>
    )}
    {children}
  </Box>
);
