import Box from '@mui/material/Box';
import Button, { type ButtonProps } from '@mui/material/Button';
import { useEffect, useState, type MouseEvent } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { visuallyHidden } from './visuallyHidden.ts';

/** An answer that comes sooner speaks for itself. */
const SAID_AFTER_MS = 1_000;
const SAID_AGAIN_AFTER_MS = 10_000;

interface BusyButtonProps extends ButtonProps {
  /** What it asked for is on its way: until then it asks for nothing more. */
  readonly isBusy: boolean;
  /** What it says meanwhile, in place of what it asks. */
  readonly busyLabel?: string | undefined;
}

/**
 * A button that waits for its answer. It is not disabled meanwhile: a browser takes the focus away from what is, and whoever
 * works by keyboard would be left nowhere when the answer is a refusal. A wait that lasts is said aloud, and said again while
 * it goes on: on a slow network, silence would be heard as done.
 */
export const BusyButton = ({ isBusy, busyLabel, onClick, sx, children, ...given }: BusyButtonProps) => (
  <>
    <Button
      {...given}
      aria-disabled={isBusy || undefined}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        // Of a form too: Enter in one of its fields comes here.
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
      sx={[{ '&[aria-disabled=true]': { opacity: 0.6, cursor: 'default' } }, ...(Array.isArray(sx) ? sx : [sx])]}
    >
      {isBusy ? (busyLabel ?? children) : children}
    </Button>
    {/* Beside the button: what is behind a dialogue is not read. */}
    <Box component="span" role="status" sx={visuallyHidden}>
      {isBusy && <Wait label={busyLabel} />}
    </Box>
  </>
);

const Wait = ({ label }: { label: string | undefined }) => {
  const say = useSentences();
  const [said, setSaid] = useState<'NOTHING' | 'BUSY' | 'STILL'>('NOTHING');
  useEffect(() => {
    const timers = [
      setTimeout(() => setSaid('BUSY'), SAID_AFTER_MS),
      setTimeout(() => setSaid('STILL'), SAID_AGAIN_AFTER_MS),
    ];
    return () => timers.forEach((timer) => clearTimeout(timer));
  }, []);
  if (said === 'NOTHING') return null;
  return said === 'BUSY' ? (label ?? say('common.working')) : say('common.still_working');
};
