import { useListContext } from 'react-admin';
import type { PathwayRow } from '../../../../server/contract/pathway.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { ListBody } from '../../shared/table/ListBody.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { useListShape } from '../useListShape.ts';
import type { Found } from './PersonSearch.tsx';
import { usePathwayColumns } from './usePathwayColumns.tsx';

/** The search gives no more candidates than this: reaching it may mean that there are others. */
const SEARCH_CAP = 20;

/** The rows of the caseload, with their exact total. */
export const PathwayRows = ({ title, found }: { title: string; found: Found | undefined }) => {
  const say = useSentences();
  const { plural } = useFormat();
  const { total = 0 } = useListContext<PathwayRow>();
  const columns = usePathwayColumns(useListShape());
  const isSearch = found !== undefined;
  const none =
    isSearch && found.ids.length > 0
      ? say('pathways.search_hidden', plural(found.ids.length))
      : say('pathways.search_none');
  const count = say(isSearch ? 'pathways.search_found' : 'pathways.total', plural(total));

  return (
    <ListBody<PathwayRow>
      title={title}
      columns={columns}
      count={
        isSearch && found.ids.length >= SEARCH_CAP
          ? `${count} ${say('pathways.search_capped', plural(SEARCH_CAP))}`
          : count
      }
      emptySentence={isSearch ? none : say('pathways.empty')}
      emptyFilteredSentence={isSearch ? none : say('pathways.empty_filtered')}
    />
  );
};
