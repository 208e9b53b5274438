import type { News, NewsSeenInput } from '../../../server/contract/week.ts';
import { ask } from './ask.ts';

/** What is new in the files that one follows. */
export const newsQuestions = {
  read: async (signal?: AbortSignal) => (await ask<News>('/week/news', { signal })).data,

  seen: async (until: string) =>
    (await ask<NewsSeenInput>('/week/news/seen', { method: 'POST', body: { until } })).data,
};
