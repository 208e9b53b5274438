import { useLocation, useNavigate } from 'react-admin';
import type { ReportQuestion } from '../providers/questions.ts';
import { useSession } from '../shared/useSession.ts';
import { quarterOf } from './quarters.ts';

/** What the report is asked for, kept in the address: a figure can be found again, or shown to a colleague. */
export function useReportQuestion(): [ReportQuestion, (asked: ReportQuestion) => void] {
  const { departments, today } = useSession();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const query = new URLSearchParams(search);
  const [department, period, asOf] = [
    query.get('department') ?? '',
    query.get('period') ?? '',
    query.get('asOf') ?? '',
  ];

  const asked: ReportQuestion = {
    department: departments.find((known) => known === department) ?? departments[0] ?? '',
    period: /^\d{4}-Q[1-4]$/.test(period) ? period : quarterOf(today),
    asOf: /^\d{4}-\d{2}-\d{2}$/.test(asOf) && asOf <= today ? asOf : today,
  };
  const ask = (next: ReportQuestion) => {
    const written = new URLSearchParams({ department: next.department, period: next.period, asOf: next.asOf ?? today });
    navigate({ pathname, search: `?${written.toString()}` }, { replace: true });
  };
  return [asked, ask];
}
