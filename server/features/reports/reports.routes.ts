import { reportQuery, reportSchema } from '../../contract/report.ts';
import { route } from '../../platform/http/route.ts';
import { buildReport } from './buildReport.ts';

export const reportRoutes = [
  route({
    method: 'get',
    path: '/reports/prefecture',
    operationId: 'readPrefectureReport',
    summary: 'Figures of a department, small counts hidden',
    access: 'reports.read',
    audit: { kind: 'READ', purpose: 'STATISTICS', files: () => [] },
    transaction: 'reporting',
    query: reportQuery,
    output: reportSchema,
    run: buildReport,
  }),
];
