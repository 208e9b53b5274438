import Button, { type ButtonProps } from '@mui/material/Button';
import type { MouseEvent } from 'react';

interface BusyButtonProps extends ButtonProps {
  /** What it asked for is on its way: until then it asks for nothing more. */
  readonly isBusy: boolean;
}

/**
 * A button that waits for its answer. It is not disabled meanwhile: a browser takes the focus away from what is, and whoever
 * works by keyboard would be left nowhere when the answer is a refusal.
 */
export const BusyButton = ({ isBusy, onClick, sx, ...given }: BusyButtonProps) => (
  <Button
    {...given}
    aria-disabled={isBusy || undefined}
    onClick={(event: MouseEvent<HTMLButtonElement>) => {
      // Of a form too: Enter in one of its fields comes here.
      if (isBusy) event.preventDefault();
      else onClick?.(event);
    }}
    sx={[{ '&[aria-disabled=true]': { opacity: 0.6, cursor: 'default' } }, ...(Array.isArray(sx) ? sx : [sx])]}
  />
);
