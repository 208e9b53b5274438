import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { SHADES } from '../../../layout/shades.ts';
import { BARS, SIGNS } from './marks.ts';
import type { Scale } from './scale.ts';

/** Where the bars of one row are, behind its words. What it shows is said in words by the row and by the list. */
export const Track = ({ children }: { children: ReactNode }) => (
  <Box component="span" aria-hidden sx={{ position: 'relative', display: 'block', height: 24, overflow: 'hidden' }}>
    {children}
  </Box>
);

interface BarProps {
  readonly shape: keyof typeof BARS;
  readonly scale: Scale;
  /** Null: before what is drawn. */
  readonly from: string | null;
  /** Null: it lasts. */
  readonly until: string | null;
  /** The end of what lasts: today, or the day on which the file was closed. */
  readonly end: string;
}

/** Days on the scale, cut at its edges. */
export const Bar = ({ shape, scale, from, until, end }: BarProps) => {
  const left = Math.max(0, from === null ? 0 : scale.at(from));
  const right = Math.min(100, scale.at(until ?? end));
  if (right < 0 || left > 100 || right < left) return null;
  return <Box component="span" sx={BARS[shape]} style={{ left: `${left}%`, width: `${right - left}%` }} />;
};

/** A day on the scale; nothing when it is out of it. */
export const Sign = ({ shape, scale, on }: { shape: keyof typeof SIGNS; scale: Scale; on: string | null }) => {
  if (on === null) return null;
  const left = scale.at(on);
  if (left < 0 || left > 100) return null;
  const { sign, color } = SIGNS[shape];
  return (
    <Box
      component="span"
      sx={{
        position: 'absolute',
        top: 2,
        width: 18,
        ml: '-9px',
        textAlign: 'center',
        fontWeight: 700,
        fontSize: '0.95rem',
        lineHeight: '20px',
        color,
        textShadow: Array(3).fill(`0 0 2px ${SHADES.paper}`).join(),
      }}
      style={{ left: `${left}%` }}
    >
      {sign}
    </Box>
  );
};
