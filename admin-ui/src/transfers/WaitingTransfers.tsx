import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ComponentType } from 'react';
import { ListBase, useListContext, useRefresh } from 'react-admin';
import type { TransferView } from '../../../server/contract/rights.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { LIST_ONCE } from '../shared/queries.ts';
import { ListBody } from '../shared/table/ListBody.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { AcceptDialog, RefuseDialog, TakeBackDialog, type AnswerDialogProps } from './AnswerDialogs.tsx';
import { transferName } from './transferName.ts';
import { useWaitingColumns } from './useTransferColumns.tsx';

type Direction = TransferView['direction'];

interface TransferAction {
  readonly name: 'accept' | 'refuse' | 'cancel';
  readonly Dialog: ComponentType<AnswerDialogProps>;
}

/** Whoever receives a transfer answers it; whoever asked for it takes it back. */
const ACTIONS: Record<Direction, readonly TransferAction[]> = {
  RECEIVED: [
    { name: 'accept', Dialog: AcceptDialog },
    { name: 'refuse', Dialog: RefuseDialog },
  ],
  GIVEN: [{ name: 'cancel', Dialog: TakeBackDialog }],
};
const WORDS = {
  RECEIVED: { title: 'transfers.received', total: 'transfers.received_total', empty: 'transfers.received_empty' },
  GIVEN: { title: 'transfers.given', total: 'transfers.given_total', empty: 'transfers.given_empty' },
} as const;

/** The transfers without an answer, of one direction, the oldest first. */
export const WaitingTransfers = ({ direction }: { direction: Direction }) => (
  <ListBase
    resource="transfers"
    filter={{ direction, answered: false }}
    perPage={25}
    sort={{ field: 'askedAt', order: 'ASC' }}
    storeKey={false}
    disableSyncWithLocation
    exporter={false}
    queryOptions={LIST_ONCE}
  >
    <WaitingRows direction={direction} />
  </ListBase>
);

const WaitingRows = ({ direction }: { direction: Direction }) => {
  const say = useSentences();
  const { plural } = useFormat();
  const refresh = useRefresh();
  const { total = 0 } = useListContext<TransferView>();
  const [opened, setOpened] = useState<{ transfer: TransferView; action: TransferAction }>();
  const { title, total: count, empty } = WORDS[direction];
  const columns = useWaitingColumns(direction, (transfer) => (
    <TransferActions transfer={transfer} onAct={(action) => setOpened({ transfer, action })} />
  ));

  return (
    <>
      <ListBody<TransferView>
        title={say(title)}
        columns={columns}
        count={say(count, plural(total))}
        emptySentence={say(empty)}
        emptyFilteredSentence={say(empty)}
      />
      {opened && (
        <opened.action.Dialog transfer={opened.transfer} onClose={() => setOpened(undefined)} onDone={refresh} />
      )}
    </>
  );
};

interface TransferActionsProps {
  readonly transfer: TransferView;
  readonly onAct: (action: TransferAction) => void;
}

const TransferActions = ({ transfer, onAct }: TransferActionsProps) => {
  const say = useSentences();
  return (
    <Box sx={{ display: 'flex', flexWrap: { xs: 'wrap', md: 'nowrap' }, gap: 1 }}>
      {ACTIONS[transfer.direction].map((action) => (
        <Button
          key={action.name}
          size="small"
          variant={action.name === 'accept' ? 'contained' : 'outlined'}
          aria-haspopup="dialog"
          aria-label={say(`transfers.${action.name}_for`, { name: transferName(transfer, say) })}
          onClick={() => onAct(action)}
        >
          {say(`transfers.${action.name}`)}
        </Button>
      ))}
    </Box>
  );
};
