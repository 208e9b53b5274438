import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ListBase, useListContext } from 'react-admin';
import type { OpeningView } from '../../../server/contract/rights.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { filePath } from '../pathways/filePath.ts';
import { Page } from '../shared/Page.tsx';
import { LIST_ONCE } from '../shared/queries.ts';
import type { Column } from '../shared/table/columns.ts';
import { ListBody } from '../shared/table/ListBody.tsx';
import { Tag } from '../shared/Tag.tsx';
import { TextLink } from '../shared/TextLink.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useMay } from '../shared/useSession.ts';
import { BreakGlassDialog } from './BreakGlassDialog.tsx';

/** Emergency openings that concern the reader: her own, those of the files she follows, all of them for the auditor. */
export const OpeningList = () => {
  const say = useSentences();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  return (
    <Page title={say('openings.title')}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {say(may('pathways.breakGlass') ? 'openings.intro' : 'openings.intro_auditor')}
      </Typography>
      {may('pathways.breakGlass') && (
        <Button variant="outlined" onClick={() => setOpen(true)} sx={{ mb: 2 }}>
          {say('openings.open')}
        </Button>
      )}
      {isOpen && <BreakGlassDialog onClose={() => setOpen(false)} />}
      <ListBase
        resource="openings"
        perPage={25}
        sort={{ field: 'openedAt', order: 'DESC' }}
        exporter={false}
        queryOptions={LIST_ONCE}
      >
        <OpeningRows />
      </ListBase>
    </Page>
  );
};

const OpeningRows = () => {
  const say = useSentences();
  const { plural } = useFormat();
  const { total = 0 } = useListContext<OpeningView>();
  return (
    <ListBody<OpeningView>
      title={say('openings.title')}
      columns={useOpeningColumns()}
      count={say('openings.total', plural(total))}
      emptySentence={say('openings.empty')}
      emptyFilteredSentence={say('openings.empty')}
    />
  );
};

function useOpeningColumns(): Column<OpeningView>[] {
  const say = useSentences();
  const may = useMay();
  const { instant } = useFormat();
  const reads = may('pathways.read');
  return [
    {
      key: 'openedAt',
      label: say('openings.opened_at'),
      isRowHeader: true,
      sortKey: 'openedAt',
      cell: ({ openedAt }) => instant(openedAt),
    },
    {
      key: 'file',
      label: say('openings.file'),
      isShort: true,
      // What she opened herself and is over no longer exists for her.
      cell: ({ pathwayId, number, isOwn, isRunning }) =>
        reads && (!isOwn || isRunning) ? <TextLink to={filePath(pathwayId)}>{number}</TextLink> : number,
    },
    {
      key: 'by',
      label: say('openings.by'),
      width: '22%',
      cell: ({ openedBy, isOwn }) => (isOwn ? say('openings.you') : openedBy),
    },
    { key: 'reason', label: say('openings.reason'), width: '34%', isLong: true, cell: ({ reason }) => reason },
    {
      key: 'until',
      label: say('openings.until'),
      cell: ({ endsAt, isRunning }) => (
        <Tag tone={isRunning ? 'soon' : 'plain'}>
          {say(isRunning ? 'openings.running' : 'openings.over', { at: instant(endsAt) })}
        </Tag>
      ),
    },
  ];
}
