import Typography from '@mui/material/Typography';
import type { HistoryEntry } from '../../../../server/contract/pathway.ts';
import { useLabels } from '../../i18n/useLabels.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { Tag } from '../../shared/Tag.tsx';
import { historyFieldLabel } from './historyFieldLabel.ts';
import { rightsTold } from './rightsTold.ts';
import { useHistoryValue } from './useHistoryValue.ts';

/**
 * What was done: in words, which say by themselves what kind of thing it was, but for an action on a stall; of a value, from
 * what to what, and why it was restored.
 */
export const HistoryWhat = ({ entry }: { entry: HistoryEntry }) => {
  const labels = useLabels();
  const say = useSentences();
  const { written } = useHistoryValue();
  const told = rightsTold(entry, say);
  const isChange = told === undefined && (entry.before !== null || entry.after !== null);
  const words = {
    field: historyFieldLabel(entry.field, say, labels),
    before: written(entry, entry.before),
    after: written(entry, entry.after),
  };
  return (
    <>
      {entry.kind === 'STALL_ACTION' && <Tag>{say('history.kind_STALL_ACTION')}</Tag>} <span>{entry.sentence}</span>
      {(isChange || told) && <Detail>{told ?? say('history.change', words)}</Detail>}
      {entry.reason !== null && <Detail>{say('history.told_reason', { reason: entry.reason })}</Detail>}
    </>
  );
};

const Detail = ({ children }: { children: string }) => (
  <Typography
    component="span"
    variant="body2"
    color="textSecondary"
    sx={{ display: 'block', fontWeight: 400, overflowWrap: 'anywhere' }}
  >
    {children}
  </Typography>
);
