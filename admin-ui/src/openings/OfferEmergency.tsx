import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { useMay } from '../shared/useSession.ts';
import { BreakGlassDialog } from './BreakGlassDialog.tsx';

export interface OfferEmergencyProps {
  readonly pathwayId: string;
  readonly onOpened: () => void;
}

/** Under « not found », for whoever may break the glass: said of every file alike, so that it tells nothing of this one. */
export const OfferEmergency = ({ pathwayId, onOpened }: OfferEmergencyProps) => {
  const say = useSentences();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('pathways.breakGlass')) return null;
  return (
    <Box sx={{ my: 2 }}>
      <Typography sx={{ mb: 1 }}>{say('openings.offer')}</Typography>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {say('openings.open')}
      </Button>
      {isOpen && <BreakGlassDialog pathwayId={pathwayId} onOpened={onOpened} onClose={() => setOpen(false)} />}
    </Box>
  );
};
