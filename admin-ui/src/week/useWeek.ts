import { useState } from 'react';
import { useDataProvider, useGetOne } from 'react-admin';
import type { Week, WeekBlock } from '../../../server/contract/week.ts';
import type { WeekMeta } from '../providers/dataProvider.ts';
import { ASK_ONCE } from '../shared/queries.ts';

export type WeekRecord = Week & { readonly id: string };

/** An answer that has just come is not asked for again because it is shown. */
const JUST_READ_MS = 1_000;

/** The week of somebody, and more of one of its parts: what is shown stays until more has come, or cannot be had. */
export function useWeek(referentId: string) {
  const provider = useDataProvider();
  const [more, setMore] = useState<{ readonly meta: WeekMeta; readonly initialData: WeekRecord }>();
  const { data, error, isPending, refetch } = useGetOne<WeekRecord>(
    'week',
    { id: referentId, meta: more?.meta },
    { ...ASK_ONCE, ...(more && { initialData: more.initialData, staleTime: JUST_READ_MS }) },
  );
  const showMore = async (block: WeekBlock, people: number): Promise<void> => {
    const meta: WeekMeta = { people: { ...more?.meta.people, [block]: people } };
    const answer = await provider.getOne<WeekRecord>('week', { id: referentId, meta });
    setMore({ meta, initialData: answer.data });
  };
  return { week: data, error, isPending, refetch: async (): Promise<void> => void (await refetch()), showMore };
}
