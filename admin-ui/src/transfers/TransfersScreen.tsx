import Typography from '@mui/material/Typography';
import { ListBase } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import { Page } from '../shared/Page.tsx';
import { LIST_ONCE } from '../shared/queries.ts';
import { Section } from '../shared/Section.tsx';
import { EndedFilters, EndedTransfers } from './EndedTransfers.tsx';
import { WaitingTransfers } from './WaitingTransfers.tsx';

/** Files that change structure: what waits for an answer of ours, what waits for one of theirs, and how the others ended. */
export const TransfersScreen = () => {
  const say = useSentences();
  return (
    <Page title={say('transfers.title')}>
      <Typography color="textSecondary" sx={{ mb: 3, maxWidth: '60rem' }}>
        {say('transfers.intro')}
      </Typography>
      <Section id="received" title={say('transfers.received')} intro={say('transfers.received_intro')}>
        <WaitingTransfers direction="RECEIVED" />
      </Section>
      <Section id="given" title={say('transfers.given')} intro={say('transfers.given_intro')}>
        <WaitingTransfers direction="GIVEN" />
      </Section>
      <Section id="ended" title={say('transfers.history')}>
        <ListBase
          resource="transfers"
          filter={{ answered: true }}
          perPage={25}
          sort={{ field: 'askedAt', order: 'DESC' }}
          exporter={false}
          queryOptions={LIST_ONCE}
        >
          <EndedFilters />
          <EndedTransfers />
        </ListBase>
      </Section>
    </Page>
  );
};
