import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ListBase, useListContext } from 'react-admin';
import type { AccessRow } from '../../../server/contract/audit.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { useLookAgainAfter } from '../pathways/file/lookAgain.ts';
import { filePath } from '../pathways/filePath.ts';
import type { FileRecord } from '../providers/fileChange.ts';
import { ButtonLink } from '../shared/ButtonLink.tsx';
import { LIST_ONCE } from '../shared/queries.ts';
import type { Column } from '../shared/table/columns.ts';
import { ListBody } from '../shared/table/ListBody.tsx';
import { useFormat } from '../shared/useFormat.ts';

/** Who saw this file, from where, when and what for: for who follows it and for her structure. */
export const FileAccesses = ({ file }: { file: FileRecord }) => {
  const say = useSentences();
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        <Typography variant="h2">{say('accesses.title')}</Typography>
        <ButtonLink to={`${filePath(file.id)}/extract`} variant="outlined" size="small">
          {say('accesses.extract')}
        </ButtonLink>
      </Box>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {say('accesses.intro')}
      </Typography>
      <ListBase
        resource="accesses"
        perPage={25}
        sort={{ field: 'at', order: 'DESC' }}
        storeKey={false}
        disableSyncWithLocation
        exporter={false}
        queryOptions={{ ...LIST_ONCE, meta: { pathwayId: file.id } }}
      >
        <AccessRows />
      </ListBase>
    </>
  );
};

const AccessRows = () => {
  const say = useSentences();
  const { plural } = useFormat();
  const { total = 0, error } = useListContext<AccessRow>();
  useLookAgainAfter(error);
  const columns = useAccessColumns();
  return (
    <ListBody<AccessRow>
      title={say('accesses.title')}
      columns={columns}
      count={say('accesses.total', plural(total))}
      emptySentence={say('accesses.empty')}
      emptyFilteredSentence={say('accesses.empty')}
    />
  );
};

function useAccessColumns(): Column<AccessRow>[] {
  const say = useSentences();
  const { instant } = useFormat();
  return [
    { key: 'at', label: say('accesses.at'), isRowHeader: true, sortKey: 'at', cell: ({ at }) => instant(at) },
    { key: 'who', label: say('accesses.who'), cell: ({ by }) => by ?? say('accesses.system') },
    { key: 'role', label: say('accesses.role'), cell: ({ role }) => role && say(`roles.${role}`) },
    { key: 'structure', label: say('accesses.structure'), cell: ({ organisationName }) => organisationName },
    {
      key: 'what',
      label: say('accesses.what'),
      width: '38%',
      isLong: true,
      cell: ({ sentence }) => sentence,
    },
  ];
}
