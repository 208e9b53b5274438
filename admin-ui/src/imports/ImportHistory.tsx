import { useListContext } from 'react-admin';
import type { ImportSummary } from '../../../server/contract/import.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { ListBody } from '../shared/table/ListBody.tsx';
import type { Column } from '../shared/table/columns.ts';
import { Tag, type Tone } from '../shared/Tag.tsx';
import { TextLink } from '../shared/TextLink.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { importPath } from './importPath.ts';

const TONES: Record<ImportSummary['state'], Tone> = {
  CHECKING: 'waiting',
  READY: 'soon',
  CONFIRMING: 'waiting',
  DONE: 'good',
  FAILED: 'late',
};

export const ImportHistory = () => {
  const say = useSentences();
  const { plural, instant, number } = useFormat();
  const { total = 0 } = useListContext<ImportSummary>();
  const columns: Column<ImportSummary>[] = [
    {
      key: 'file',
      label: say('imports.file'),
      isRowHeader: true,
      cell: ({ id, fileName }) => <TextLink to={importPath(id)}>{fileName}</TextLink>,
    },
    { key: 'createdAt', label: say('imports.when'), sortKey: 'createdAt', cell: ({ createdAt }) => instant(createdAt) },
    { key: 'who', label: say('imports.who'), cell: ({ createdBy }) => createdBy },
    {
      key: 'state',
      label: say('imports.state'),
      cell: ({ state }) => <Tag tone={TONES[state]}>{say(`imports.state_${state}`)}</Tag>,
    },
    { key: 'rows', label: say('imports.rows'), align: 'right', cell: ({ rows }) => number(rows) },
    { key: 'created', label: say('imports.outcome_CREATE'), align: 'right', cell: ({ toCreate }) => number(toCreate) },
    { key: 'updated', label: say('imports.outcome_UPDATE'), align: 'right', cell: ({ toUpdate }) => number(toUpdate) },
    { key: 'refused', label: say('imports.outcome_REFUSED'), align: 'right', cell: ({ refused }) => number(refused) },
  ];
  return (
    <ListBody<ImportSummary>
      title={say('imports.history_caption')}
      columns={columns}
      count={say('imports.history_total', plural(total))}
      emptySentence={say('imports.history_empty')}
      emptyFilteredSentence={say('imports.history_empty')}
    />
  );
};
