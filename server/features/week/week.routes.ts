import { weekQuery, weekSchema } from '../../contract/week.ts';
import { route } from '../../platform/http/route.ts';
import { readWeek } from './readWeek.ts';

export const weekRoutes = [
  route({
    method: 'get',
    path: '/week',
    operationId: 'readWeek',
    summary: 'What cannot wait, of whoever follows files: late, today, this week, to watch',
    access: 'week.read',
    audit: { kind: 'READ', files: ({ lines }) => [...new Set(lines.map(({ pathwayId }) => pathwayId))] },
    transaction: 'actor',
    query: weekQuery,
    output: weekSchema,
    run: readWeek,
  }),
];
