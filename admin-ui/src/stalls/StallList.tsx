import Typography from '@mui/material/Typography';
import { ListBase } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import { Page } from '../shared/Page.tsx';
import { LIST_ONCE } from '../shared/queries.ts';
import { useMay } from '../shared/useSession.ts';
import { SavedViews } from '../views/SavedViews.tsx';
import { StallFilters } from './StallFilters.tsx';
import { StallRows } from './StallRows.tsx';

/** The worklist: what is stalled, worst first in the server's order; by name for whoever sees people, else by number. */
export const StallList = () => {
  const say = useSentences();
  const may = useMay();
  return (
    <Page title={say('stalls.title')}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {say(may('people.search') ? 'stalls.intro_by_name' : 'stalls.intro')}
      </Typography>
      <ListBase
        resource="stalls"
        perPage={25}
        sort={{ field: 'rank', order: 'ASC' }}
        exporter={false}
        queryOptions={LIST_ONCE}
      >
        <SavedViews list="stalls" />
        <StallFilters />
        <StallRows />
      </ListBase>
    </Page>
  );
};
