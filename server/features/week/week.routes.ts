import { newsSchema, newsSeenInput, weekQuery, weekSchema } from '../../contract/week.ts';
import { route } from '../../platform/http/route.ts';
import { markNewsSeen, readNews } from './readNews.ts';
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
  route({
    method: 'get',
    path: '/week/news',
    operationId: 'readNews',
    summary: 'What others recorded in the files that one follows, since one last had seen',
    access: 'week.read',
    audit: { kind: 'READ', files: ({ files }) => files.map(({ pathwayId }) => pathwayId) },
    transaction: 'actor',
    output: newsSchema,
    run: readNews,
  }),
  route({
    method: 'post',
    path: '/week/news/seen',
    operationId: 'markNewsSeen',
    summary: 'Say until when one has seen what is new',
    access: 'week.read',
    audit: { none: 'it keeps an instant of whoever asks, and names no file' },
    transaction: 'actor',
    body: newsSeenInput,
    output: newsSeenInput,
    run: markNewsSeen,
  }),
];
