import type { PathwayRow } from '../../../../server/contract/pathway.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { Column } from '../../shared/table/columns.ts';
import { Tag } from '../../shared/Tag.tsx';
import { TextLink } from '../../shared/TextLink.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { filePath } from '../filePath.ts';
import { SealedTag } from '../rights/SealedTag.tsx';
import type { ListShape } from '../useListShape.ts';
import { useReferentWords } from '../useReferentWords.ts';

/** The columns of the caseload that this session sees. The first one names the row and opens the file. */
export function usePathwayColumns(shape: ListShape): Column<PathwayRow>[] {
  const say = useSentences();
  const referent = useReferentWords();
  const { day, birth } = useFormat();
  const opener = (row: PathwayRow, text: string) => <TextLink to={filePath(row.id)}>{text}</TextLink>;

  const name: Column<PathwayRow>[] = [
    {
      key: 'name',
      label: say('pathways.name'),
      sortKey: 'name',
      isRowHeader: true,
      cell: (row) => opener(row, row.name ?? row.number),
    },
    { key: 'number', label: say('pathways.number'), sortKey: 'number', isShort: true, cell: (row) => row.number },
    {
      key: 'birth',
      label: say('pathways.birth'),
      isShort: true,
      cell: (row) => (row.birth && birth(row.birth)) ?? say('common.unknown'),
    },
  ];
  const number: Column<PathwayRow> = {
    key: 'number',
    label: say('pathways.number'),
    sortKey: 'number',
    isRowHeader: true,
    isShort: true,
    cell: (row) => opener(row, row.number),
  };
  const states: Column<PathwayRow>[] = [
    {
      key: 'cirSignedOn',
      label: say('pathways.cir_signed'),
      sortKey: 'cirSignedOn',
      isShort: true,
      cell: (row) => row.cirSignedOn && day(row.cirSignedOn),
    },
    {
      key: 'nextDueOn',
      label: say('pathways.next_due'),
      sortKey: 'nextDueOn',
      isShort: true,
      cell: (row) => (row.nextDueOn === null ? say('pathways.no_date') : day(row.nextDueOn)),
    },
    { key: 'state', label: say('pathways.status'), cell: (row) => <PathwayState row={row} /> },
    {
      key: 'lastContactOn',
      label: say('pathways.last_contact'),
      sortKey: 'lastContactOn',
      isShort: true,
      cell: (row) => (row.lastContactOn === null ? say('pathways.no_contact') : day(row.lastContactOn)),
    },
  ];
  const people: Column<PathwayRow>[] = [
    ...(shape.hasReferents && shape.hasNames
      ? [
          {
            key: 'referent',
            label: say('pathways.referent'),
            cell: (row: PathwayRow) => referent(row),
          },
        ]
      : []),
    ...(shape.hasStructures
      ? [
          {
            key: 'structure',
            label: say('pathways.structure'),
            cell: (row: PathwayRow) => row.organisationName ?? say('pathways.no_structure'),
          },
        ]
      : []),
  ];
  return [...(shape.hasNames ? name : [number]), ...states, ...people];
}

/** Where the file stands: paused or closed, how many steps are late, how many rules say it is stalled. */
const PathwayState = ({ row }: { row: PathwayRow }) => {
  const say = useSentences();
  const { plural } = useFormat();
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 4 }}>
      {row.sealed && <SealedTag />}
      {row.status !== 'OPEN' && <Tag>{say(`pathwayStatuses.${row.status}`)}</Tag>}
      {row.stalled > 0 && <Tag tone="late">{say('pathways.stalls_count', plural(row.stalled))}</Tag>}
      {row.overdue > 0 && <Tag tone="soon">{say('pathways.steps_late', plural(row.overdue))}</Tag>}
      {row.status === 'OPEN' && row.stalled === 0 && row.overdue === 0 && (
        <Tag tone="good">{say('pathways.on_time')}</Tag>
      )}
    </span>
  );
};
