import { useEffect, useState } from 'react';
import { useGetOne } from 'react-admin';
import type { FileRecord } from '../../providers/fileChange.ts';
import { KEPT_BY_NOBODY, WHOLE } from '../../shared/queries.ts';

/**
 * The file as the server tells it now. It is asked for again with each of its parts and when its window is looked at again:
 * what was told a moment ago may be told no longer. `isAnswered` is false until the answer about this part has come, whatever
 * is in memory; `isVeiled` is true when the page comes back from where nobody saw it, until the answer has come too.
 */
export function useFileOfNow(id: string, part: string) {
  const query = useGetOne<FileRecord>('pathways', { id, meta: WHOLE }, KEPT_BY_NOBODY);
  const { refetch } = query;
  const [asked, setAsked] = useState({ part, isFirst: true, isAnswered: false });
  const [isVeiled, setVeiled] = useState(false);
  if (asked.part !== part) setAsked({ part, isFirst: false, isAnswered: false });

  useEffect(() => {
    if (asked.isAnswered) return undefined;
    let isLeft = false;
    // The first is the request that is on its way already.
    void refetch({ cancelRefetch: !asked.isFirst }).then(() => {
      if (!isLeft) setAsked({ ...asked, isAnswered: true });
    });
    return () => {
      isLeft = true;
    };
  }, [asked, refetch]);

  useEffect(() => {
    const look = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return setVeiled(true);
      await refetch();
      setVeiled(false);
    };
    const onLooked = () => void look();
    window.addEventListener('focus', onLooked);
    document.addEventListener('visibilitychange', onLooked);
    return () => {
      window.removeEventListener('focus', onLooked);
      document.removeEventListener('visibilitychange', onLooked);
    };
  }, [refetch]);

  return { ...query, isAnswered: asked.isAnswered, isVeiled };
}
