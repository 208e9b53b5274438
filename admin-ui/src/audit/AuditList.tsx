import Typography from '@mui/material/Typography';
import { ListBase, useListContext } from 'react-admin';
import type { AuditRow } from '../../../server/contract/audit.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { Page } from '../shared/Page.tsx';
import { LIST_ONCE } from '../shared/queries.ts';
import { ListBody } from '../shared/table/ListBody.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { AuditAlerts } from './AuditAlerts.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { useAuditColumns } from './useAuditColumns.tsx';

/** The audit trail, latest first, for the auditor: what was done, and nothing of what the files hold. */
export const AuditList = () => {
  const say = useSentences();
  return (
    <Page title={say('audit.title')}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {say('audit.intro')}
      </Typography>
      <ListBase
        resource="audit"
        perPage={25}
        sort={{ field: 'at', order: 'DESC' }}
        exporter={false}
        queryOptions={LIST_ONCE}
      >
        <AuditAlerts />
        <AuditFilters />
        <AuditRows />
      </ListBase>
    </Page>
  );
};

const AuditRows = () => {
  const say = useSentences();
  const { plural } = useFormat();
  const { total = 0 } = useListContext<AuditRow>();
  const columns = useAuditColumns();
  return (
    <ListBody<AuditRow>
      title={say('audit.title')}
      columns={columns}
      count={say('audit.total', plural(total))}
      emptySentence={say('audit.empty')}
      emptyFilteredSentence={say('audit.empty_filtered')}
    />
  );
};
