import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { SimulationView } from '../../../server/contract/thresholds.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { departmentLabel } from '../shared/labels.ts';
import type { Column } from '../shared/table/columns.ts';
import { DataTable, ungrouped } from '../shared/table/DataTable.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { isMoving, totalsByRule, type Counts, type RuleTotal, type SimulationRow } from './simulation.ts';
import { useSimulationWords } from './useSimulationWords.ts';

interface SimulationProps {
  readonly simulation: SimulationView;
  readonly onPublish: () => void;
}

/** What the changes would do on their first day: in a sentence, by rule, then by department and rule. */
export const Simulation = ({ simulation, onPublish }: SimulationProps) => {
  const labels = useLabels();
  const say = useSentences();
  const { summary } = useSimulationWords();
  const counts = useCountColumns();
  const { rows } = simulation;
  const moving = rows.filter(isMoving);
  const rule = { key: 'rule', label: say('thresholds.rule'), cell: (row: RuleTotal) => labels.stallRule[row.rule] };

  return (
    <Box component="section" aria-labelledby="simulation" sx={{ mt: 3 }}>
      <Typography id="simulation" variant="h3" sx={{ mb: 1 }}>
        {say('thresholds.simulation')}
      </Typography>
      <Typography sx={{ mb: 1.5 }}>{summary(simulation)}</Typography>
      <Button variant="contained" aria-haspopup="dialog" onClick={onPublish}>
        {say('thresholds.publish')}
      </Button>
      {rows.length > 0 && (
        <>
          <TableTitle>{say('thresholds.by_rule')}</TableTitle>
          <DataTable<RuleTotal>
            caption={say('thresholds.by_rule')}
            columns={[{ ...rule, isRowHeader: true }, ...counts]}
            groups={ungrouped(totalsByRule(rows))}
            rowKey={(row) => row.rule}
          />
        </>
      )}
      {moving.length > 0 && (
        <>
          <TableTitle>{say('thresholds.by_department')}</TableTitle>
          <DataTable<SimulationRow>
            caption={say('thresholds.by_department')}
            columns={[
              {
                key: 'department',
                label: say('pathways.department'),
                isRowHeader: true,
                isShort: true,
                cell: ({ department }) => departmentLabel(department),
              },
              rule,
              ...counts,
            ]}
            groups={ungrouped(moving)}
            rowKey={(row) => `${row.department} ${row.rule}`}
          />
        </>
      )}
    </Box>
  );
};

const TableTitle = ({ children }: { children: string }) => (
  <Typography variant="h3" component="h4" sx={{ mt: 2, mb: 0.5, fontSize: '0.95rem' }}>
    {children}
  </Typography>
);

/** What changes is what is looked for. */
const MOVES: ReadonlySet<keyof Counts> = new Set(['newlyStalled', 'noLongerStalled']);

function useCountColumns(): Column<Counts>[] {
  const say = useSentences();
  const { number } = useFormat();
  const keys = ['stalledBefore', 'stalledAfter', 'newlyStalled', 'noLongerStalled'] as const;
  return keys.map((key) => ({
    key,
    label: say(`thresholds.${key}`),
    align: 'right',
    cell: (row) => (MOVES.has(key) && row[key] > 0 ? <strong>{number(row[key])}</strong> : number(row[key])),
  }));
}
