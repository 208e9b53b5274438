import Typography from '@mui/material/Typography';
import type { HistoryEntry } from '../../../../server/contract/pathway.ts';
import { useSentences } from '../../i18n/useSentences.ts';
import { Tag } from '../../shared/Tag.tsx';
import { useFieldText } from '../useFieldText.ts';
import { historyFieldLabel } from './historyFieldLabel.ts';
import { rightsTold } from './rightsTold.ts';

/** What was done: in words, and for a value from what to what. */
export const HistoryWhat = ({ entry }: { entry: HistoryEntry }) => {
  const say = useSentences();
  const told = rightsTold(entry, say);
  const isChange = told === undefined && (entry.before !== null || entry.after !== null);
  const text = useFieldText();
  const key = entry.field?.split('.').pop() ?? '';
  const value = (raw: string | null) => (raw === null ? say('history.blank') : text(key, raw));
  const words = { field: historyFieldLabel(entry.field, say), before: value(entry.before), after: value(entry.after) };
  return (
    <>
      {entry.kind !== 'EVENT' && <Tag>{say(`history.kind_${entry.kind}`)}</Tag>} <span>{entry.sentence}</span>
      {(isChange || told) && (
        <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block', fontWeight: 400 }}>
          {told ?? say('history.change', words)}
        </Typography>
      )}
    </>
  );
};
