import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useGetList, useListContext } from 'react-admin';
import type { AuditRow } from '../../../server/contract/audit.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { dayBefore, type CivilDay } from '../shared/civilDay.ts';
import { ASK_ONCE } from '../shared/queries.ts';
import { useFormat } from '../shared/useFormat.ts';
import { useSession } from '../shared/useSession.ts';

const DAYS = 7;

/** What the auditor has to look at first: the alerts of the last week, one click away. */
export const AuditAlerts = () => {
  const say = useSentences();
  const { plural } = useFormat();
  const { today } = useSession();
  const { setFilters } = useListContext();
  const from = Array.from({ length: DAYS }).reduce<CivilDay>((day) => dayBefore(day), today);
  const filter = { kind: 'ALERT', from };
  const { total = 0 } = useGetList<AuditRow>(
    'audit',
    { pagination: { page: 1, perPage: 1 }, sort: { field: 'at', order: 'DESC' }, filter },
    ASK_ONCE,
  );
  if (total === 0) return null;
  return (
    <Alert
      severity="warning"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" size="small" onClick={() => setFilters(filter, [])}>
          {say('audit.alerts_show')}
        </Button>
      }
    >
      {say('audit.alerts', plural(total))}
    </Alert>
  );
};
