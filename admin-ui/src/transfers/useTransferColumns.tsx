import type { TransferView } from '../../../server/contract/rights.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { filePath } from '../pathways/filePath.ts';
import type { Column } from '../shared/table/columns.ts';
import { Tag, type Tone } from '../shared/Tag.tsx';
import { TextLink } from '../shared/TextLink.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { otherStructure, transferName } from './transferName.ts';
import { TransferPreview } from './TransferPreview.tsx';

const TONES: Record<TransferView['state'], Tone> = {
  PENDING: 'waiting',
  ACCEPTED: 'good',
  REFUSED: 'late',
  CANCELLED: 'plain',
};

/** The columns of transfers that wait: which file, the other structure, since when, why, and what may be done. */
export function useWaitingColumns(
  direction: TransferView['direction'],
  actions: Column<TransferView>['cell'],
): Column<TransferView>[] {
  const say = useSentences();
  const { file, asked, reason } = useSharedColumns();
  const other = { key: 'other', label: say(direction === 'RECEIVED' ? 'transfers.from' : 'transfers.to') };
  return [
    file,
    { ...other, cell: otherStructure },
    asked,
    ...(direction === 'RECEIVED'
      ? [
          {
            key: 'preview',
            label: say('transfers.preview'),
            width: '26%',
            isLong: true,
            cell: ({ preview }: TransferView) => <TransferPreview preview={preview} />,
          },
        ]
      : []),
    reason,
    { key: 'actions', label: say('transfers.action'), isLong: true, cell: actions },
  ];
}

/** The columns of those that had their answer: how it ended, when, why, and until when the file is still read. */
export function useEndedColumns(): Column<TransferView>[] {
  const say = useSentences();
  const { day, dayOf } = useFormat();
  const { file, asked, reason } = useSharedColumns();
  return [
    file,
    {
      key: 'direction',
      label: say('transfers.direction'),
      cell: (transfer) => say(`transfers.direction_${transfer.direction}`, { name: otherStructure(transfer) }),
    },
    asked,
    reason,
    {
      key: 'state',
      label: say('transfers.state'),
      width: '26%',
      isLong: true,
      cell: ({ state, answerReason, readsUntil, direction, pathwayId }) => (
        <>
          <Tag tone={TONES[state]}>{say(`transfers.state_${state}`)}</Tag> {answerReason}
          {direction === 'GIVEN' &&
            pathwayId !== null &&
            readsUntil !== null &&
            say('transfers.reads_until', { day: day(readsUntil) })}
        </>
      ),
    },
    {
      key: 'answered',
      label: say('transfers.answered'),
      isShort: true,
      cell: ({ answeredAt }) => answeredAt && dayOf(answeredAt),
    },
  ];
}

/** Which file, since when, why. A file in reach is opened from here; another has its number alone. */
function useSharedColumns(): Record<'file' | 'asked' | 'reason', Column<TransferView>> {
  const say = useSentences();
  const { dayOf } = useFormat();
  return {
    file: {
      key: 'file',
      label: say('transfers.file'),
      isRowHeader: true,
      isShort: true,
      cell: (transfer) =>
        transfer.pathwayId === null ? (
          transferName(transfer, say)
        ) : (
          <TextLink to={filePath(transfer.pathwayId)}>{transferName(transfer, say)}</TextLink>
        ),
    },
    asked: {
      key: 'asked',
      label: say('transfers.asked'),
      isShort: true,
      cell: ({ askedAt }) => dayOf(askedAt),
    },
    reason: { key: 'reason', label: say('transfers.reason'), isLong: true, cell: ({ reason }) => reason },
  };
}
