import { useState } from 'react';
import { ListBase } from 'react-admin';
import { useSentences } from '../../i18n/useSentences.ts';
import { ButtonLink } from '../../shared/ButtonLink.tsx';
import { Page } from '../../shared/Page.tsx';
import { LIST_ONCE } from '../../shared/queries.ts';
import { useMay } from '../../shared/useSession.ts';
import { TransfersNotice } from '../../transfers/TransfersWaiting.tsx';
import { SavedViews } from '../../views/SavedViews.tsx';
import { useListShape } from '../useListShape.ts';
import { ExportList } from './ExportList.tsx';
import { PathwayFilters } from './PathwayFilters.tsx';
import { PathwayRows } from './PathwayRows.tsx';
import { PersonSearch, type Found } from './PersonSearch.tsx';

/** The caseload: search by POST, filters in the address, exact total, pages. */
export const PathwayList = () => {
  const say = useSentences();
  const may = useMay();
  const shape = useListShape();
  const [found, setFound] = useState<Found>();
  const title = may('pathways.open') && !may('pathways.assign') ? say('pathways.my_title') : say('pathways.title');

  return (
    <Page title={title} actions={shape.canOpen && <ButtonLink to="/pathways/create">{say('shell.open')}</ButtonLink>}>
      {may('pathways.transfer') && <TransfersNotice />}
      {shape.hasNames && <PersonSearch found={found} onFound={setFound} />}
      <ListBase
        resource="pathways"
        perPage={25}
        sort={{ field: 'nextDueOn', order: 'ASC' }}
        // What was searched becomes identifiers outside of the address: the words stay in the body of the search.
        {...(found === undefined ? {} : { filter: { id: found.ids } })}
        exporter={false}
        queryOptions={LIST_ONCE}
      >
        <SavedViews list="pathways" />
        <ExportList found={found} />
        <PathwayFilters />
        <PathwayRows title={title} found={found} />
      </ListBase>
    </Page>
  );
};
