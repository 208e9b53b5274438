import Typography from '@mui/material/Typography';
import { ListBase } from 'react-admin';
import { useSentences } from '../i18n/useSentences.ts';
import { Page } from '../shared/Page.tsx';
import { LIST_ONCE } from '../shared/queries.ts';
import { ImportHistory } from './ImportHistory.tsx';
import { ImportUpload } from './ImportUpload.tsx';

/** The monthly list of OFII: a new one to send, and those sent before. */
export const ImportHome = () => {
  const say = useSentences();
  return (
    <Page title={say('imports.title')}>
      <ImportUpload />
      <Typography variant="h2" sx={{ mt: 4, mb: 1 }}>
        {say('imports.history')}
      </Typography>
      <ListBase
        resource="imports"
        perPage={25}
        sort={{ field: 'createdAt', order: 'DESC' }}
        exporter={false}
        queryOptions={LIST_ONCE}
      >
        <ImportHistory />
      </ListBase>
    </Page>
  );
};
