import type { z } from 'zod';
import type { reportQuery, ReportView } from '../../contract/report.ts';
import { earlierOf, type CalendarDay } from '../../domain/calendar/calendarDay.ts';
import { parseQuarter } from '../../domain/calendar/quarter.ts';
import { policyFor } from '../../domain/disclosure/policy.ts';
import { protectPage } from '../../domain/disclosure/protect.ts';
import { prefecturePage } from '../../domain/reporting/prefecturePage.ts';
import { badRequest, notFound, unfit } from '../../platform/http/problem.ts';
import type { Answer, Context } from '../../platform/http/route.ts';
import { countIndicators } from './indicators.queries.ts';
import { presentReport } from './reports.presenter.ts';

/** The page of a department: counted by a role that cannot read people, protected as a whole, then shown. */
export async function buildReport(
  { actor, db, today, language }: Context,
  { query }: { query: z.infer<typeof reportQuery> },
): Promise<Answer<ReportView>> {
  const department = query.department ?? (actor.departments.length === 1 ? actor.departments[0] : undefined);
  if (department === undefined) throw badRequest('department_missing', 'Indiquez le département.', actor.departments);
  if (!actor.departments.includes(department)) throw notFound();
  const period = parseQuarter(query.period);
  if (period === undefined || period.from > today)
    throw unfit('period_in_future', 'Ce trimestre n’a pas commencé.', { period: 'Choisissez un trimestre commencé.' });
  const asOf = (query.asOf ?? earlierOf(period.to, today)) as CalendarDay;
  if (asOf > today)
    throw unfit('day_in_future', 'Le jour de situation est à venir\u00a0: choisissez aujourd’hui ou un jour passé.', {
      asOf: 'Choisissez un jour passé, ou aujourd’hui.',
    });

  const counted = await countIndicators(db, { department, from: period.from, to: period.to, asOf });
  const { tables, relations } = prefecturePage(counted);
  const page = protectPage(tables, relations, policyFor('REPORTS'));

  return { body: presentReport(page, { department, period: query.period, asOf }, language) };
}
