import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { SHADES } from '../layout/shades.ts';

export type Tone = 'plain' | 'late' | 'soon' | 'good' | 'waiting';

const TONES: Record<Tone, { color: string; bgcolor: string; borderColor: string }> = {
  plain: { color: SHADES.plainInk, bgcolor: SHADES.plainGround, borderColor: SHADES.plainEdge },
  late: { color: SHADES.lateInk, bgcolor: SHADES.lateGround, borderColor: SHADES.lateEdge },
  soon: { color: SHADES.soonInk, bgcolor: SHADES.soonGround, borderColor: SHADES.soonEdge },
  good: { color: SHADES.goodInk, bgcolor: SHADES.goodGround, borderColor: SHADES.goodEdge },
  waiting: { color: SHADES.waitingInk, bgcolor: SHADES.waitingGround, borderColor: SHADES.waitingEdge },
};

/** A state in words; the colour only repeats it. */
export const Tag = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <Box
    component="span"
    sx={{
      display: 'inline-block',
      px: 0.9,
      py: 0.1,
      border: '1px solid',
      borderRadius: 1,
      fontSize: '0.8125rem',
      fontWeight: 600,
      // After the border, whose shorthand would take the colour of the text.
      ...TONES[tone],
    }}
  >
    {children}
  </Box>
);
