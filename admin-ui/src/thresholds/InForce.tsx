import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ThresholdsView } from '../../../server/contract/thresholds.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { Description } from '../shared/Description.tsx';
import { DataTable, ungrouped } from '../shared/table/DataTable.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { PreparedTag } from './PreparedTag.tsx';
import { Section } from '../shared/Section.tsx';
import type { Draft, Rule } from './thresholds.ts';
import type { Member } from './useDraft.ts';
import { useRuleColumns } from './useRuleColumns.tsx';
import { useThresholdWords } from './useThresholdWords.ts';

interface InForceProps {
  readonly view: ThresholdsView;
  readonly draft: Draft;
  readonly onEdit: (member: Member) => void;
  /** Goes to the changes being prepared. */
  readonly onSee: () => void;
}

/** What decides today, of what may be set; each threshold with the way to change it. */
export const InForce = ({ view, draft, onEdit, onSee }: InForceProps) => {
  const say = useSentences();
  const { plural, longDay } = useFormat();
  const columns = useRuleColumns(
    view,
    ({ rule }) => draft.rules[rule] !== undefined,
    ({ rule }) => onEdit(rule),
    onSee,
  );
  const settable = view.rules.filter((rule) => rule.settable);

  return (
    <Section
      id="in-force"
      title={say('thresholds.in_force')}
      intro={say('thresholds.in_force_intro', { day: longDay(view.on) })}
    >
      <DataTable<Rule>
        caption={say('thresholds.in_force_caption', plural(settable.length))}
        columns={columns}
        groups={ungrouped(settable)}
        rowKey={({ rule }) => rule}
      />
      <SilenceInForce
        view={view}
        isPrepared={draft.silenceDays !== undefined}
        onEdit={() => onEdit('silenceDays')}
        onSee={onSee}
      />
    </Section>
  );
};

interface SilenceInForceProps {
  readonly view: ThresholdsView;
  readonly isPrepared: boolean;
  readonly onEdit: () => void;
  readonly onSee: () => void;
}

const SilenceInForce = ({ view, isPrepared, onEdit, onSee }: SilenceInForceProps) => {
  const say = useSentences();
  const { days } = useThresholdWords();
  return (
    <Paper sx={{ p: 2, mt: 2 }}>
      <Typography variant="h3">{say('thresholds.silence')}</Typography>
      {isPrepared && (
        <Box sx={{ my: 0.5 }}>
          <PreparedTag onSee={onSee} />
        </Box>
      )}
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>
        {say('thresholds.silence_intro')}
      </Typography>
      <Description
        entries={(['NORMAL', 'CRITICAL'] as const).map((severity) => ({
          term: say(`thresholds.silence_${severity}`),
          value: days(view.silenceDays[severity]),
        }))}
      />
      <Button
        size="small"
        variant="outlined"
        aria-haspopup="dialog"
        aria-label={say('thresholds.edit_title', { rule: say('thresholds.silence') })}
        onClick={onEdit}
        sx={{ mt: 1.5 }}
      >
        {say('thresholds.edit')}
      </Button>
    </Paper>
  );
};
