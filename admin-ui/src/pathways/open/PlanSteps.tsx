import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DOMAINS } from '../../../../server/contract/labels.ts';
import type { PlanView, StepView } from '../../../../server/contract/pathway.ts';
import { useLabels } from '../../i18n/useLabels.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import type { Column } from '../../shared/table/columns.ts';
import { DataTable, ungrouped } from '../../shared/table/DataTable.tsx';
import { StepBasis } from '../file/StepBasis.tsx';
import { StepDue, StepName } from '../file/useStepColumns.tsx';

/** The steps of a plan by domain, and what would be stalled from the first day. */
export const PlanSteps = ({ plan }: { plan: PlanView }) => {
  const labels = useLabels();
  const say = useSentences();
  const columns: Column<StepView>[] = [
    { key: 'step', label: say('file.step'), isRowHeader: true, width: '50%', cell: (step) => <StepName step={step} /> },
    { key: 'due', label: say('file.step_due'), width: '25%', cell: (step) => <StepDue step={step} /> },
    { key: 'basis', label: say('file.step_basis'), width: '25%', cell: ({ basis }) => <StepBasis basis={basis} /> },
  ];
  const steps = plan.steps.filter(({ state }) => state !== 'NOT_OPEN');
  const stalled = plan.stalls.filter(({ state }) => state === 'STALLED');

  return (
    <>
      {stalled.length > 0 && (
        <Box sx={{ mb: 2 }}>
          <Typography variant="h3">{say('opening.stalls_at_once')}</Typography>
          <ul>
            {stalled.map(({ rule, sentence }) => (
              <li key={rule}>
                {labels.stallRule[rule]}. {sentence}
              </li>
            ))}
          </ul>
        </Box>
      )}
      {DOMAINS.map((domain) => {
        const rows = steps.filter((step) => step.domain === domain);
        if (rows.length === 0) return null;
        const caption = say('file.steps_caption', {
          domain: labels.domain[domain],
          smart_count: rows.length,
          count: rows.length,
        });
        return (
          <Box key={domain} sx={{ mb: 3 }}>
            <Typography variant="h3" sx={{ mb: 1 }}>
              {labels.domain[domain]}
            </Typography>
            <DataTable<StepView>
              caption={caption}
              columns={columns}
              groups={ungrouped(rows)}
              rowKey={({ code }) => code}
            />
          </Box>
        );
      })}
    </>
  );
};
