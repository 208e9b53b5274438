import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { SentenceKey } from '../../i18n/messages.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import type { FileDialog } from '../file/dialogs/fileDialog.ts';
import { AskTransferDialog } from './AskTransferDialog.tsx';
import { RevealDialog } from './RevealDialog.tsx';
import { HoldersDialog, SealDialog } from './SealDialog.tsx';
import { UnsealDialog } from './UnsealDialog.tsx';

interface RightAction {
  readonly label: SentenceKey;
  readonly Dialog: FileDialog;
  readonly isOffered: (file: FileRecord) => boolean;
}

/** Who reaches a file, and who is told whom it is of. Offered as the server grants it, when it means something now. */
const ACTIONS: readonly RightAction[] = [
  {
    label: 'rights.transfer',
    Dialog: AskTransferDialog,
    isOffered: ({ grants, transfer }) => grants.transfer && transfer?.state !== 'PENDING',
  },
  { label: 'rights.seal', Dialog: SealDialog, isOffered: ({ grants, sealed }) => grants.seal && !sealed },
  { label: 'rights.holders', Dialog: HoldersDialog, isOffered: ({ grants, sealed }) => grants.seal && sealed },
  { label: 'rights.unseal', Dialog: UnsealDialog, isOffered: ({ grants, sealed }) => grants.seal && sealed },
  { label: 'rights.reveal', Dialog: RevealDialog, isOffered: ({ grants, name }) => grants.reveal && name === null },
];

export const FileRights = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  const [opened, setOpened] = useState<RightAction>();
  const offered = ACTIONS.filter(({ isOffered }) => isOffered(file));
  // Whoever is not shown the person has a name only because she asked for it.
  const isRevealed = file.person === null && file.name !== null;

  return (
    <>
      {isRevealed && (
        <Alert severity="info" variant="outlined" icon={false} role="status" sx={{ mb: 2 }}>
          {say('rights.revealed')}
        </Alert>
      )}
      {offered.length > 0 && (
        <Box
          role="group"
          aria-label={say('rights.actions')}
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2, '@media print': { display: 'none' } }}
        >
          {offered.map((action) => (
            <Button key={action.label} size="small" aria-haspopup="dialog" onClick={() => setOpened(action)}>
              {say(action.label)}
            </Button>
          ))}
        </Box>
      )}
      {opened && <opened.Dialog file={file} onClose={() => setOpened(undefined)} />}
    </>
  );
};
