import { useGetOne, useParams } from 'react-admin';
import type { ImportView } from '../../../server/contract/import.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ErrorCard } from '../shared/ErrorCard.tsx';
import { LoadingBlock } from '../shared/LoadingBlock.tsx';
import { Page } from '../shared/Page.tsx';
import { ASK_ONCE, WHOLE } from '../shared/queries.ts';
import { ImportDone } from './ImportDone.tsx';
import { ImportFailure } from './ImportFailure.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportProgress } from './ImportProgress.tsx';

const POLL_MS = 800;

/** One import, from its check to its end. While the server works on it, the page asks where it is. */
export const ImportDetail = () => {
  const say = useSentences();
  const { id = '' } = useParams();
  const { data, error, isPending, refetch } = useGetOne<ImportView>(
    'imports',
    { id, meta: WHOLE },
    {
      ...ASK_ONCE,
      refetchInterval: ({ state }) => (isWorking(state.data) ? POLL_MS : false),
    },
  );

  return (
    <Page
      title={
        data === undefined ? say('imports.detail_title_plain') : say('imports.detail_title', { name: data.fileName })
      }
    >
      {error && <ErrorCard error={error} onRetry={() => void refetch()} />}
      {isPending && <LoadingBlock />}
      {data && isWorking(data) && <ImportProgress view={data} />}
      {data?.state === 'FAILED' && <ImportFailure view={data} />}
      {data?.state === 'READY' && <ImportPreview view={data} onConfirmed={() => void refetch()} />}
      {data?.state === 'DONE' && <ImportDone view={data} />}
    </Page>
  );
};

function isWorking(view: ImportView | undefined): boolean {
  return view?.state === 'CHECKING' || view?.state === 'CONFIRMING';
}
