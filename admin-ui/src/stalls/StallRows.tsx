import { useState } from 'react';
import { useListContext } from 'react-admin';
import type { StallRow } from '../../../server/contract/stall.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ListBody } from '../shared/table/ListBody.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { ActDialog } from './ActDialog.tsx';
import { useStallColumns } from './useStallColumns.tsx';

/** The rows of the worklist, grouped by gravity while they are in the order of the server. */
export const StallRows = () => {
  const say = useSentences();
  const { plural } = useFormat();
  const { total = 0, sort, refetch } = useListContext<StallRow>();
  const [acted, setActed] = useState<StallRow>();
  const isGrouped = sort.field === 'rank';
  const columns = useStallColumns(isGrouped, setActed);
  const bySeverity = ({ severity }: StallRow) => ({ key: severity, label: say(`stalls.group_${severity}`) });

  return (
    <>
      <ListBody<StallRow>
        title={say('stalls.title')}
        columns={columns}
        count={say('stalls.total', plural(total))}
        emptySentence={say('stalls.empty')}
        emptyFilteredSentence={say('stalls.empty_filtered')}
        {...(isGrouped ? { groupOf: bySeverity } : {})}
      />
      {acted && <ActDialog stall={acted} onClose={() => setActed(undefined)} onDone={() => void refetch()} />}
    </>
  );
};
