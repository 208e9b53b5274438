import Box from '@mui/material/Box';
import { useCallback, useMemo, useState } from 'react';
import { useLocation, useParams } from 'react-admin';
import { AccessExtract } from '../../audit/AccessExtract.tsx';
import { FileAccesses } from '../../audit/FileAccesses.tsx';
import { FileDuplicates } from '../../duplicates/FileDuplicates.tsx';
import { useSentences } from '../../i18n/useSentences.ts';
import { FileNotes } from '../../notes/FileNotes.tsx';
import { ErrorCard } from '../../shared/ErrorCard.tsx';
import { keptFileOf } from '../../shared/KeptFile.tsx';
import { LoadingBlock } from '../../shared/LoadingBlock.tsx';
import { Page } from '../../shared/Page.tsx';
import { FileRights } from '../rights/FileRights.tsx';
import { FileTitle } from '../rights/FileTitle.tsx';
import { FileTransfer } from '../rights/FileTransfer.tsx';
import { CorrectFile } from './CorrectFile.tsx';
import { EntriesSaved } from './entrySaved.ts';
import { FileActions, MainAction } from './FileActions.tsx';
import { FileHead } from './FileHead.tsx';
import { FileHistory } from './FileHistory.tsx';
import { FileIdentity } from './FileIdentity.tsx';
import { FilePathway } from './FilePathway.tsx';
import { FileSummary } from './FileSummary.tsx';
import { FileTabs } from './FileTabs.tsx';
import { LostFile } from './LostFile.tsx';
import { isAbsent, LookAgain } from './lookAgain.ts';
import { PastFile } from './PastFile.tsx';
import { useFileOfNow } from './useFileOfNow.ts';

/** One file: as it is or, where the address names its days, as it was known. */
export const PathwayFile = () => {
  const { id = '' } = useParams();
  const { pathname, search } = useLocation();
  const part = pathname.split('/').pop() ?? '';
  const query = new URLSearchParams(search);
  const [asOf, knownAt] = [query.get('asOf'), query.get('knownAt')];
  return asOf !== null && knownAt !== null ? (
    <PastFile id={id} part={part} days={{ asOf, knownAt }} />
  ) : (
    <PresentFile key={id} id={id} part={part} />
  );
};

const PARTS = {
  identity: FileIdentity,
  correct: CorrectFile,
  notes: FileNotes,
  history: FileHistory,
  accesses: FileAccesses,
  extract: AccessExtract,
};

/** Who, where it stands, what blocks, the steps; what may be recorded is what the server allows. */
const PresentFile = ({ id, part }: { id: string; part: string }) => {
  const say = useSentences();
  const { data: file, error, isAnswered, isVeiled, refetch } = useFileOfNow(id, part);
  const [isShown, setShown] = useState(false);
  if (isAnswered && !isShown) setShown(true);
  const lookAgain = useCallback(() => void refetch(), [refetch]);
  const [count, setCount] = useState(0);
  const entries = useMemo(() => ({ count, onSaved: () => setCount((known) => known + 1) }), [count]);

  // The file that stayed is hers to read: what was typed in the other one stays in sight, to be copied.
  const isMerged = keptFileOf(error) !== undefined;

  if (isAbsent(error)) return <LostFile emergency={{ pathwayId: id, onOpened: lookAgain }} />;
  if (file === undefined || !isShown) {
    return (
      <Page title={say('file.title')}>
        {error ? (
          <ErrorCard error={error} onRetry={lookAgain} />
        ) : (
          <LoadingBlock label={say('file.loading')} lines={12} />
        )}
      </Page>
    );
  }

  const Part = PARTS[part as keyof typeof PARTS] ?? FilePathway;
  // The extract is printed for the person, alone on its page.
  const isHeaded = !error && part !== 'extract';
  const isGiven = file.transfer?.state === 'ACCEPTED';
  return (
    <LookAgain value={lookAgain}>
      <EntriesSaved value={entries}>
        <Page
          key={file.id}
          title={error ? say('file.title') : <FileTitle file={file} />}
          documentTitle={say('file.page_title', { number: file.number })}
          actions={
            part !== 'extract' && (
              <Box sx={{ display: error ? 'none' : 'contents' }}>
                <MainAction file={file} isGiven={isGiven} />
              </Box>
            )
          }
          {...(isHeaded && { headLine: file.name === null ? file.number : `${file.name} · ${file.number}` })}
          head={isHeaded ? <FileHead file={file} /> : null}
        >
          {error && <ErrorCard error={error} onRetry={lookAgain} />}
          {isVeiled && <Veil />}
          {/* Asked for again and not answered: what was typed stays, here and in the dialogue of the head; nothing is shown. */}
          <Box sx={error && !isMerged ? { display: 'none' } : {}}>
            {part !== 'extract' && (
              <>
                <FileTransfer file={file} />
                <FileDuplicates file={file} />
                <FileSummary file={file} isHeaded />
                <FileActions file={file} isGiven={isGiven} />
                <FileRights file={file} />
              </>
            )}
            <FileTabs id={id} part={part} hasAccesses={file.grants.readAccesses} />
            {isAnswered || isMerged ? <Part file={file} /> : <LoadingBlock label={say('file.loading')} />}
          </Box>
        </Page>
      </EntriesSaved>
    </LookAgain>
  );
};

/** Over all that is shown, until the server has said what may be. */
const Veil = () => (
  <Box sx={{ position: 'fixed', inset: 0, zIndex: 'tooltip', bgcolor: 'background.default', p: 3 }}>
    <LoadingBlock lines={12} />
  </Box>
);
