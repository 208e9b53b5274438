import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import type { StepCode } from '../../../../server/contract/labels.ts';
import type { MoveView } from '../../../../server/contract/pathway.ts';
import { useLabels } from '../../i18n/useLabels.ts';
import { useSentences } from '../../i18n/useSentences.ts';

interface MoveMenuProps {
  readonly step: StepCode;
  readonly moves: readonly MoveView[];
  readonly onChoose: (move: MoveView) => void;
}

/** What may be recorded on a step now. What is not allowed is not offered. */
export const MoveMenu = ({ step, moves, onChoose }: MoveMenuProps) => {
  const labels = useLabels();
  const say = useSentences();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (moves.length === 0) return null;

  const label = say('file.step_record_for', { step: labels.step[step] });
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={label}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {say('file.step_record')}
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': label } }}
      >
        {moves.map((move) => (
          <MenuItem
            key={move.status}
            onClick={() => {
              setAnchor(null);
              onChoose(move);
            }}
          >
            {labels.stepStatus[move.status]}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
