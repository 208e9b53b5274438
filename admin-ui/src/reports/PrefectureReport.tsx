import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useSentences } from '../i18n/useSentences.ts';
import { questions, type ReportQuestion } from '../providers/questions.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { Page } from '../shared/Page.tsx';
import { useQuestion } from '../shared/useQuestion.ts';
import { useSession } from '../shared/useSession.ts';
import { quarterOf } from './quarters.ts';
import { ReportPickers } from './ReportPickers.tsx';
import { ReportTables } from './ReportTables.tsx';

/** The figures of a department for a quarter, each with its definition; small numbers are hidden by the server. */
export const PrefectureReport = () => {
  const say = useSentences();
  const { departments, today } = useSession();
  const [asked, setAsked] = useState<ReportQuestion>({
    department: departments[0] ?? '',
    period: quarterOf(today),
    asOf: today,
  });
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
