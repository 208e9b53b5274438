import type { ReactNode } from 'react';
import { useGetOne, useParams } from 'react-admin';
import type { GroupSessionView } from '../../../server/contract/groupSession.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { Page } from '../shared/Page.tsx';
import { NotUpToDate } from '../shared/NotUpToDate.tsx';
import { KEPT_BY_NOBODY, WHOLE } from '../shared/queries.ts';
import { inPlaceOf } from '../shared/unheard.ts';

interface OfSessionProps {
  /** What the tab of the browser shows, and the heading until the session is there. */
  readonly documentTitle: string;
  /** What is read again is undefined where it was not heard. */
  readonly children: (session: GroupSessionView, refetch: () => Promise<GroupSessionView | undefined>) => ReactNode;
}

/** The session that the address names, or why it cannot be shown. It leaves the memory of the browser with its screen. */
export const OfSession = ({ documentTitle, children }: OfSessionProps) => {
  const say = useSentences();
  const { id = '' } = useParams();
  const { data, error, refetch } = useGetOne<GroupSessionView>('group-sessions', { id, meta: WHOLE }, KEPT_BY_NOBODY);
  const again = () => void refetch();
  if (inPlaceOf(data, error) !== undefined)
    return (
      <Page title={documentTitle}>
        <ErrorCard error={error} onRetry={again} />
      </Page>
    );
  if (data === undefined)
    return (
      <Page title={documentTitle}>
        <LoadingBlock label={say('sessions.loading')} lines={8} />
      </Page>
    );
  return (
    <>
      <NotUpToDate shown={data} error={error} onRetry={again} />
      {children(data, async () => {
        const now = await refetch();
        return now.isSuccess ? now.data : undefined;
      })}
    </>
  );
};
