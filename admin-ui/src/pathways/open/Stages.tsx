import Box from '@mui/material/Box';
import { useEffect } from 'react';
import { useSentences } from '../../i18n/useSentences.ts';
import { useAnnounce } from '../../shared/Announcer.tsx';
import type { Stage } from './OpenPathway.tsx';

const STAGES = ['search', 'form', 'review'] as const;

/** Where one is in the opening of a file. */
export const Stages = ({ stage }: { stage: Stage }) => {
  const say = useSentences();
  const announce = useAnnounce();
  useEffect(() => {
    announce(say(`opening.stage_${stage}`));
  }, [announce, say, stage]);

  return (
    <Box
      component="ol"
      aria-label={say('opening.stages')}
      sx={{ listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: { xs: 1, sm: 3 }, p: 0, m: 0, mb: 3 }}
    >
      {STAGES.map((name) => (
        <Box
          component="li"
          key={name}
          aria-current={name === stage ? 'step' : undefined}
          sx={{
            pb: 0.5,
            color: 'text.secondary',
            borderBottom: '3px solid transparent',
            '&[aria-current]': { color: 'text.primary', fontWeight: 700, borderBottomColor: 'primary.main' },
          }}
        >
          {say(`opening.stage_${name}`)}
        </Box>
      ))}
    </Box>
  );
};
