import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { SentenceKey } from '../../i18n/messages.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { useFormat } from '../../shared/useFormat.ts';
import { AssignDialog } from '../assign/AssignDialog.tsx';
import { ClosureDialog } from './dialogs/ClosureDialog.tsx';
import { ContactDialog } from './dialogs/ContactDialog.tsx';
import { ContractDialog } from './dialogs/ContractDialog.tsx';
import type { FileDialog } from './dialogs/fileDialog.ts';
import { HomeLeftDialog, holdsHome } from './dialogs/HomeLeftDialog.tsx';
import { HoursDialog } from './dialogs/HoursDialog.tsx';
import { PauseDialog } from './dialogs/PauseDialog.tsx';
import { ReopenDialog } from './dialogs/ReopenDialog.tsx';
import { ResidenceDocumentDialog } from './dialogs/ResidenceDocumentDialog.tsx';
import { ResumeDialog } from './dialogs/ResumeDialog.tsx';
import { extendableStays, StayExtensionDialog } from './dialogs/StayExtensionDialog.tsx';
import { TestDialog } from './dialogs/TestDialog.tsx';

interface FileAction {
  readonly label: SentenceKey;
  readonly Dialog: FileDialog;
  readonly isOffered: (file: FileRecord) => boolean;
}

const isRecorded = ({ status, grants }: FileRecord) => grants.recordEvent && status !== 'CLOSED';
const isFollowed = ({ status, grants }: FileRecord) => grants.recordFollowUp && status !== 'CLOSED';

/** What is done several times a day: always at hand, in the head of the file. */
const MAIN_ACTION: FileAction = { label: 'file.contact', Dialog: ContactDialog, isOffered: isFollowed };

/** What may be recorded on a file besides its steps; each is offered only when it means something now. */
const ACTIONS: readonly FileAction[] = [
  { label: 'file.hours', Dialog: HoursDialog, isOffered: isRecorded },
  { label: 'file.language_test', Dialog: TestDialog, isOffered: isRecorded },
  {
    label: 'file.contract_move',
    Dialog: ContractDialog,
    isOffered: (file) => isRecorded(file) && file.contract.moves.some(({ allowed }) => allowed),
  },
  {
    label: 'file.stay_extended',
    Dialog: StayExtensionDialog,
    isOffered: (file) => isFollowed(file) && extendableStays(file).length > 0,
  },
  { label: 'file.document', Dialog: ResidenceDocumentDialog, isOffered: isRecorded },
  { label: 'file.home_left', Dialog: HomeLeftDialog, isOffered: (file) => isFollowed(file) && holdsHome(file) },
  { label: 'file.pause', Dialog: PauseDialog, isOffered: (file) => isFollowed(file) && file.status === 'OPEN' },
  { label: 'file.resume', Dialog: ResumeDialog, isOffered: (file) => isFollowed(file) && file.status === 'PAUSED' },
  { label: 'file.closure', Dialog: ClosureDialog, isOffered: isFollowed },
  {
    label: 'file.reopen',
    Dialog: ReopenDialog,
    isOffered: ({ status, grants }) => grants.recordFollowUp && status === 'CLOSED',
  },
  {
    label: 'file.assign',
    Dialog: AssignDialog,
    isOffered: ({ grants }) => grants.assignReferent || grants.assignOrganisation,
  },
];

interface FileActionsProps {
  readonly file: FileRecord;
  /** Handed over: whoever gave it reads it still, and records nothing more. */
  readonly isGiven: boolean;
}

/**
 * What was opened stays open, though it is offered no more: a colleague closed the file, or it was handed over. What is typed
 * can be copied, and the server says why it is refused.
 */
export const MainAction = ({ file, isGiven }: FileActionsProps) => {
  const say = useSentences();
  const [isOpen, setOpen] = useState(false);
  const { label, Dialog, isOffered } = MAIN_ACTION;
  return (
    <>
      {!isGiven && isOffered(file) && (
        <Button
          variant="contained"
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
          sx={{ '@media print': { display: 'none' } }}
        >
          {say(label)}
        </Button>
      )}
      {isOpen && <Dialog file={file} onClose={() => setOpen(false)} />}
    </>
  );
};

export const FileActions = ({ file, isGiven }: FileActionsProps) => {
  const [opened, setOpened] = useState<FileAction>();
  return (
    <>
      {!isGiven && <OfferedActions file={file} onOpen={setOpened} />}
      {opened && <opened.Dialog file={file} onClose={() => setOpened(undefined)} />}
    </>
  );
};

const OfferedActions = ({ file, onOpen }: { file: FileRecord; onOpen: (action: FileAction) => void }) => {
  const say = useSentences();
  const { instant } = useFormat();
  const offered = ACTIONS.filter(({ isOffered }) => isOffered(file));
  if (offered.length === 0) {
    return (
      <Alert severity="info" variant="outlined" icon={false} sx={{ mb: 2 }}>
        {file.openUntil === null ? say('file.read_only') : say('file.open_until', { at: instant(file.openUntil) })}
      </Alert>
    );
  }

  return (
    <Box
      role="group"
      aria-label={say('file.actions')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2, '@media print': { display: 'none' } }}
    >
      {offered.map((action) => (
        <Button
          key={action.label}
          variant="outlined"
          size="small"
          aria-haspopup="dialog"
          onClick={() => onOpen(action)}
          sx={{ bgcolor: 'background.paper' }}
        >
          {say(action.label)}
        </Button>
      ))}
    </Box>
  );
};
