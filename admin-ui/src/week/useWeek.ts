import { useRef, useState } from 'react';
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
  /** How many times the week was asked for again: what was asked before is of before something was done in it. */
  const readings = useRef(0);
  const people = useRef<WeekMeta['people']>({});
  const showMore = async (block: WeekBlock, count: number): Promise<void> => {
    const before = people.current;
    people.current = { ...before, [block]: count };
    try {
      let reading: number;
      let answer;
      do {
        reading = readings.current;
        answer = await provider.getOne<WeekRecord>('week', { id: referentId, meta: { people: people.current } });
      } while (reading !== readings.current);
      setMore({ meta: { people: people.current }, initialData: answer.data });
    } catch (refusal) {
      const others = Object.entries(people.current).filter(([part]) => part !== block);
      const shown = Object.entries(before).filter(([part]) => part === block);
      people.current = Object.fromEntries([...others, ...shown]);
      throw refusal;
    }
  };
  const readAgain = async (): Promise<void> => {
    readings.current += 1;
    await refetch();
  };
  return { week: data, error, isPending, refetch: readAgain, showMore };
}
