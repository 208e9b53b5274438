import Box from '@mui/material/Box';
import { useSentences } from '../../../i18n/useSentences.ts';
import { BARS, LEGEND, SIGNS } from './marks.ts';

/** What each shape says. */
export const Legend = () => {
  const say = useSentences();
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2.5,
        rowGap: 0.5,
        p: 0,
        mt: 1,
        mb: 1,
        fontSize: '0.84rem',
      }}
    >
      {LEGEND.map(([shape, key]) => (
        <Box component="li" key={shape} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
          <Box
            component="span"
            aria-hidden
            sx={{ position: 'relative', display: 'inline-block', width: 22, height: 24 }}
          >
            {shape in BARS ? (
              <Box component="span" sx={{ ...BARS[shape as keyof typeof BARS], left: 0, right: 0 }} />
            ) : (
              <Box component="span" sx={{ color: SIGNS[shape as keyof typeof SIGNS].color, fontWeight: 700 }}>
                {SIGNS[shape as keyof typeof SIGNS].sign}
              </Box>
            )}
          </Box>
          {say(key)}
        </Box>
      ))}
    </Box>
  );
};
