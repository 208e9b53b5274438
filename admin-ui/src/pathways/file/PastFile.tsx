import Box from '@mui/material/Box';
import { useSentences } from '../../i18n/useSentences.ts';
import { questions, type PastDays } from '../../providers/questions.ts';
import { ButtonLink } from '../../shared/ButtonLink.tsx';
import { ErrorCard } from '../../shared/ErrorCard.tsx';
import { LoadingBlock } from '../../shared/LoadingBlock.tsx';
import { Page } from '../../shared/Page.tsx';
import { useQuestion } from '../../shared/useQuestion.ts';
import { filePath } from '../filePath.ts';
import { FileTitle } from '../rights/FileTitle.tsx';
import { FileIdentity } from './FileIdentity.tsx';
import { FilePathway } from './FilePathway.tsx';
import { FileSummary } from './FileSummary.tsx';
import { FileTabs } from './FileTabs.tsx';
import { LostFile } from './LostFile.tsx';
import { isAbsent } from './lookAgain.ts';
import { PastBanner } from './PastBanner.tsx';

interface PastFileProps {
  readonly id: string;
  readonly part: string;
  readonly days: PastDays;
}

/** One file as it was known, asked for again with each part of it: to be read, with the way back to today always in sight. */
export const PastFile = ({ id, part, days }: PastFileProps) => {
  const say = useSentences();
  const key = `${id} ${days.asOf} ${days.knownAt}`;
  const {
    answer: file,
    error,
    askAgain,
  } = useQuestion(`${key} ${part}`, (signal) => questions.fileAsKnown(id, days, signal));

  if (isAbsent(error)) return <LostFile />;
  if (error !== undefined) {
    return (
      <Page title={say('file.title')}>
        <ErrorCard error={error} onRetry={askAgain} />
        <ButtonLink to={`${filePath(id)}/history`}>{say('past.back')}</ButtonLink>
      </Page>
    );
  }
  if (file === undefined) {
    return (
      <Page title={say('file.title')}>
        <LoadingBlock label={say('file.loading')} lines={12} />
      </Page>
    );
  }

  return (
    <Page key={key} title={<FileTitle file={file} />} documentTitle={say('past.page_title', { number: file.number })}>
      {file.asKnownOn && <PastBanner id={id} days={days} asToday={file.asKnownOn.asToday} />}
      <FileSummary file={file} />
      <FileTabs id={id} part={part} past={days} />
      <Box>{part === 'identity' ? <FileIdentity file={file} /> : <FilePathway file={file} />}</Box>
    </Page>
  );
};
