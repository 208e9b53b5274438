import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

export type Tone = 'plain' | 'late' | 'soon' | 'good' | 'waiting';

const TONES: Record<Tone, { color: string; bgcolor: string; borderColor: string }> = {
  plain: { color: '#1a2430', bgcolor: '#eef2f6', borderColor: '#76839a' },
  late: { color: '#8a1713', bgcolor: '#fdeceb', borderColor: '#9f1f1a' },
  soon: { color: '#6b4100', bgcolor: '#fdf3dd', borderColor: '#8a5a10' },
  good: { color: '#14532f', bgcolor: '#e7f4ec', borderColor: '#17613a' },
  waiting: { color: '#1d3f73', bgcolor: '#e8effa', borderColor: '#1d4f80' },
};

/** A state in words; the colour only repeats it. */
export const Tag = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <Box
    component="span"
    sx={{
      ...TONES[tone],
      display: 'inline-block',
      px: 0.9,
      py: 0.1,
      border: '1px solid',
      borderRadius: 1,
      fontSize: '0.8125rem',
      fontWeight: 600,
    }}
  >
    {children}
  </Box>
);
