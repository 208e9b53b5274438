import { useCallback, useEffect, useRef } from 'react';
import { useGetOne, useLocation, useParams } from 'react-admin';
import { AccessExtract } from '../../audit/AccessExtract.tsx';
import { FileAccesses } from '../../audit/FileAccesses.tsx';
import { useSentences } from '../../i18n/useSentences.ts';
import { FileNotes } from '../../notes/FileNotes.tsx';
import type { FileRecord } from '../../providers/fileChange.ts';
import { ErrorCard } from '../../shared/ErrorCard.tsx';
import { LoadingBlock } from '../../shared/LoadingBlock.tsx';
import { Page } from '../../shared/Page.tsx';
import { ASK_ONCE, WHOLE } from '../../shared/queries.ts';
import { FileRights } from '../rights/FileRights.tsx';
import { FileTitle } from '../rights/FileTitle.tsx';
import { FileTransfer } from '../rights/FileTransfer.tsx';
import { CorrectFile } from './CorrectFile.tsx';
import { FileActions } from './FileActions.tsx';
import { FileHistory } from './FileHistory.tsx';
import { FileIdentity } from './FileIdentity.tsx';
import { FilePathway } from './FilePathway.tsx';
import { FileSummary } from './FileSummary.tsx';
import { FileTabs } from './FileTabs.tsx';
import { LostFile } from './LostFile.tsx';
import { isAbsent, LookAgain } from './lookAgain.ts';
import { PastFile } from './PastFile.tsx';

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
    <PresentFile id={id} part={part} />
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

/**
 * A file may be sealed, or a right on it taken back, while it is open: it is asked for again when its reader goes from one
 * part of it to another, or comes back to the window; once she has left it, nothing of it stays in memory.
 */
const AS_TOLD_NOW = { ...ASK_ONCE, gcTime: 0, refetchOnWindowFocus: true } as const;

/** Does something each time a value becomes another one. */
function useOnChange(value: string, act: () => void): void {
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value) return;
    last.current = value;
    act();
  }, [value, act]);
}

/** Who, where it stands, what blocks, the steps; what may be recorded is what the server allows. */
const PresentFile = ({ id, part }: { id: string; part: string }) => {
  const say = useSentences();
  const { data: file, error, isPending, refetch } = useGetOne<FileRecord>('pathways', { id, meta: WHOLE }, AS_TOLD_NOW);
  const lookAgain = useCallback(() => void refetch(), [refetch]);
  useOnChange(part, lookAgain);

  if (isAbsent(error)) return <LostFile emergency={{ pathwayId: id, onOpened: lookAgain }} />;
  if (error) {
    return (
      <Page title={say('file.title')}>
        <ErrorCard error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (isPending) {
    return (
      <Page title={say('file.title')}>
        <LoadingBlock label={say('file.loading')} lines={12} />
      </Page>
    );
  }

  const Part = PARTS[part as keyof typeof PARTS] ?? FilePathway;
  const isGiven = file.transfer?.state === 'ACCEPTED';
  return (
    <LookAgain value={lookAgain}>
      <Page
        key={file.id}
        title={<FileTitle file={file} />}
        documentTitle={say('file.page_title', { number: file.number })}
      >
        {/* The extract is printed for the person, alone on its page. */}
        {part !== 'extract' && (
          <>
            <FileTransfer file={file} />
            <FileSummary file={file} />
            {!isGiven && <FileActions file={file} />}
            <FileRights file={file} />
          </>
        )}
        <FileTabs id={id} part={part} hasAccesses={file.grants.planTask} />
        <Part file={file} />
      </Page>
    </LookAgain>
  );
};
