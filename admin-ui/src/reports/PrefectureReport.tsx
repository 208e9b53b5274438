import Typography from '@mui/material/Typography';
import { useSentences } from '../i18n/useSentences.ts';
import { questions } from '../providers/questions.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { Page } from '../shared/Page.tsx';
import { useQuestion } from '../shared/useQuestion.ts';
import { ReportPickers } from './ReportPickers.tsx';
import { ReportTables } from './ReportTables.tsx';
import { useReportQuestion } from './useReportQuestion.ts';

/** The figures of a department for a quarter, each with its definition; small numbers are hidden by the server. */
export const PrefectureReport = () => {
  const say = useSentences();
  const [asked, setAsked] = useReportQuestion();
  const { answer, error, isPending, askAgain } = useQuestion(JSON.stringify(asked), (signal) =>
    questions.report(asked, signal),
  );

  return (
    <Page title={say('reports.title')}>
      <Typography color="textSecondary" sx={{ mb: 2, '@media print': { display: 'none' } }}>
        {say('reports.intro')}
      </Typography>
      <ReportPickers asked={asked} onAsk={setAsked} />
      {error !== undefined && <ErrorCard error={error} onRetry={askAgain} />}
      {isPending && <LoadingBlock label={say('reports.loading')} lines={10} />}
      {answer?.tables.length === 0 && <EmptyState>{say('reports.empty')}</EmptyState>}
      {answer !== undefined && answer.tables.length > 0 && <ReportTables report={answer} />}
    </Page>
  );
};
