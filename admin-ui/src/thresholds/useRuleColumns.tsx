import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ThresholdsView } from '../../../server/contract/thresholds.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import type { Column } from '../shared/table/columns.ts';
import { Tag } from '../shared/Tag.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { capital } from './capital.ts';
import { PreparedTag } from './PreparedTag.tsx';
import { ThresholdText } from './ThresholdText.tsx';
import { nextChangeOn, type Rule } from './thresholds.ts';

/** The columns of what is in force: the rule, from when it counts, when it warns and fires, and the way to change it. */
export function useRuleColumns(
  view: ThresholdsView,
  isPrepared: (rule: Rule) => boolean,
  onEdit: (rule: Rule) => void,
  onSee: () => void,
): Column<Rule>[] {
  const labels = useLabels();
  const say = useSentences();
  const { longDay } = useFormat();
  const comingOn = ({ rule }: Rule) => nextChangeOn(view, rule, view.on);

  return [
    {
      key: 'rule',
      label: say('thresholds.rule'),
      isRowHeader: true,
      width: '26%',
      cell: (rule) => (
        <>
          <Typography component="span" variant="inherit" sx={{ fontWeight: 600, mr: 1 }}>
            {labels.stallRule[rule.rule]}
          </Typography>
          {rule.severity === 'CRITICAL' && <Tag tone="late">{say('stalls.severity_CRITICAL')}</Tag>}
          {isPrepared(rule) && <PreparedTag onSee={onSee} />}
          {comingOn(rule) !== undefined && (
            <Typography component="span" variant="body2" sx={{ display: 'block' }}>
              {say('thresholds.changes_on', { day: longDay(comingOn(rule) ?? '') })}
            </Typography>
          )}
        </>
      ),
    },
    { key: 'domain', label: say('stalls.domain'), cell: ({ domain }) => labels.domain[domain] },
    {
      key: 'anchor',
      label: say('thresholds.anchor'),
      cell: ({ anchor }) => capital(anchor ?? say('thresholds.no_anchor')),
    },
    {
      key: 'warn',
      label: say('thresholds.warn'),
      width: '15%',
      cell: (rule) => <ThresholdText rule={rule} kind="warn" />,
    },
    {
      key: 'limit',
      label: say('thresholds.limit'),
      width: '15%',
      cell: (rule) => <ThresholdText rule={rule} kind="limit" />,
    },
    {
      key: 'edit',
      label: say('thresholds.change_column'),
      cell: (rule) => (
        <Box sx={{ minWidth: '6rem' }}>
          <Button
            size="small"
            variant="outlined"
            aria-haspopup="dialog"
            aria-label={say('thresholds.edit_title', { rule: labels.stallRule[rule.rule] })}
            onClick={() => onEdit(rule)}
          >
            {say('thresholds.edit')}
          </Button>
        </Box>
      ),
    },
  ];
}
