import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DOMAINS } from '../../../../../server/contract/labels.ts';
import type { StepView } from '../../../../../server/contract/pathway.ts';
import type { Labels } from '../../../../../server/contract/words/fr.ts';
import type { Say } from '../../../i18n/useSentences.ts';
import { useLabels } from '../../../i18n/useLabels.ts';
import { useSentences } from '../../../i18n/useSentences.ts';
import type { FileRecord } from '../../../providers/fileChange.ts';
import { useFormat } from '../../../shared/useFormat.ts';

/**
 * The steps that a closure leaves as they are, in words: what was begun, then what is late, by their names; the rest, which
 * may be long, by how many in each domain.
 */
export const OpenSteps = ({ file: { steps } }: { file: FileRecord }) => {
  const labels = useLabels();
  const say = useSentences();
  const { plural } = useFormat();
  const open = steps.filter(isLeft);
  if (open.length === 0) return <Typography variant="body2">{say('record.closure_no_step')}</Typography>;
  return (
    <Box>
      <Typography sx={{ fontWeight: 600 }}>{say('record.closure_steps', plural(open.length))}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {linesOf(open, say, labels).map((line) => (
          <Typography key={line} component="li" variant="body2">
            {line}
          </Typography>
        ))}
      </Box>
    </Box>
  );
};

const isLeft = ({ state }: StepView): boolean => state !== 'CLOSED' && state !== 'NOT_OPEN';
const isBegun = ({ status }: StepView): boolean => status !== 'TO_DO';
const isLate = (step: StepView): boolean => !isBegun(step) && step.state === 'OVERDUE';
const isAhead = (step: StepView): boolean => !isBegun(step) && !isLate(step);

function linesOf(open: readonly StepView[], say: Say, labels: Labels): string[] {
  const named = (status: string, steps: readonly StepView[]) =>
    steps.length === 0
      ? []
      : [
          say('record.closure_steps_of', {
            status,
            steps: steps.map(({ code }) => labels.step[code]).join(say('record.closure_between')),
          }),
        ];
  const begun = open.filter(isBegun);
  const ahead = open.filter(isAhead);
  const counts = DOMAINS.map((domain) => [domain, ahead.filter((step) => step.domain === domain).length] as const)
    .filter(([, count]) => count > 0)
    .map(([domain, count]) => `${labels.domain[domain]} (${count})`);
  return [
    ...[...new Set(begun.map(({ status }) => status))].flatMap((status) =>
      named(
        labels.stepStatus[status],
        begun.filter((step) => step.status === status),
      ),
    ),
    ...named(say('record.closure_late'), open.filter(isLate)),
    ...(counts.length === 0
      ? []
      : [say('record.closure_steps_of', { status: labels.stepStatus.TO_DO, steps: counts.join(', ') })]),
  ];
}
