import { useGetOne, useLocation, useParams } from 'react-admin';
import { useSentences } from '../../i18n/useSentences.ts';
import type { FileRecord } from '../../providers/fileChange.ts';
import { ErrorCard } from '../../shared/ErrorCard.tsx';
import { LoadingBlock } from '../../shared/LoadingBlock.tsx';
import { Page } from '../../shared/Page.tsx';
import { ASK_ONCE, WHOLE } from '../../shared/queries.ts';
import { CorrectFile } from './CorrectFile.tsx';
import { FileActions } from './FileActions.tsx';
import { FileHistory } from './FileHistory.tsx';
import { FileIdentity } from './FileIdentity.tsx';
import { FilePathway } from './FilePathway.tsx';
import { FileSummary } from './FileSummary.tsx';
import { FileTabs } from './FileTabs.tsx';

const PARTS = { identity: FileIdentity, correct: CorrectFile, history: FileHistory };

/** One file: who, where it stands, what blocks, the steps; what may be recorded is what the server allows. */
export const PathwayFile = () => {
  const say = useSentences();
  const { id = '' } = useParams();
  const { pathname } = useLocation();
  const { data: file, error, isPending, refetch } = useGetOne<FileRecord>('pathways', { id, meta: WHOLE }, ASK_ONCE);

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

  const part = pathname.split('/').pop() ?? '';
  const Part = PARTS[part as keyof typeof PARTS] ?? FilePathway;
  return (
    <Page
      key={file.id}
      title={file.name ?? file.number}
      documentTitle={say('file.page_title', { number: file.number })}
    >
      <FileSummary file={file} />
      <FileActions file={file} />
      <FileTabs id={id} part={part} />
      <Part file={file} />
    </Page>
  );
};
