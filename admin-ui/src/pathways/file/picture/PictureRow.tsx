import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';

interface PictureRowProps {
  readonly label: string;
  /** What the bars show, in words, for whoever does not see them. */
  readonly words: string;
  /** Absent: the row opens nothing. */
  readonly onOpen?: () => void;
  /** Of what opens nothing: it blocked, and does no more. */
  readonly isOver?: boolean;
  readonly isActive?: boolean;
  readonly onFocus?: () => void;
  readonly children: ReactNode;
}

export const LABEL_WIDTH = '17rem';

const LABEL = {
  justifyContent: 'start',
  textAlign: 'start',
  font: 'inherit',
  fontSize: '0.84rem',
  lineHeight: 1.25,
  px: 0.75,
  py: 0.35,
  minHeight: 24,
  borderRadius: 0.5,
} as const;

/** A name, and its days on the scale. A step's name opens it: the arrows go from one to the next. */
export const PictureRow = ({
  label,
  words,
  onOpen,
  isOver = false,
  isActive = false,
  onFocus,
  children,
}: PictureRowProps) => (
  <Box
    component="li"
    sx={{
      display: 'grid',
      gridTemplateColumns: `${LABEL_WIDTH} minmax(0, 1fr)`,
      alignItems: 'center',
      // Seen through: today and the months go on behind.
      '&:hover': { bgcolor: 'action.hover' },
    }}
  >
    {onOpen === undefined ? (
      <Box
        component="span"
        aria-label={words}
        role="img"
        sx={{
          ...LABEL,
          ...(isOver ? { color: 'text.secondary' } : { color: 'error.main', fontWeight: 600 }),
          display: 'block',
        }}
      >
        {label}
      </Box>
    ) : (
      <ButtonBase
        data-picture-row
        tabIndex={isActive ? 0 : -1}
        aria-haspopup="dialog"
        aria-label={words}
        onClick={onOpen}
        onFocus={onFocus}
        sx={{ ...LABEL, '&:hover': { textDecoration: 'underline' } }}
      >
        {label}
      </ButtonBase>
    )}
    {children}
  </Box>
);
