import Box from '@mui/material/Box';
import type { TransferView } from '../../../server/contract/rights.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { departmentLabel } from '../shared/labels.ts';
import { Tag } from '../shared/Tag.tsx';
import { useFormat } from '../shared/useFormat.ts';

/** What may be known of a file before it is accepted: where, since when, what runs. Nothing of the person. */
export const TransferPreview = ({ preview }: Pick<TransferView, 'preview'>) => {
  const say = useSentences();
  const { day, plural } = useFormat();
  if (preview === null) return say('transfers.preview_sealed');

  const { department, cirSignedOn, nextDueOn, overdue, stalled } = preview;
  return (
    <>
      {departmentLabel(department)}.{' '}
      {cirSignedOn === null
        ? say('transfers.preview_not_signed')
        : say('transfers.preview_signed', { day: day(cirSignedOn) })}{' '}
      {nextDueOn === null ? say('transfers.preview_no_due') : say('transfers.preview_due', { day: day(nextDueOn) })}
      {(stalled > 0 || overdue > 0) && (
        <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.5 }}>
          {stalled > 0 && <Tag tone="late">{say('pathways.stalls_count', plural(stalled))}</Tag>}
          {overdue > 0 && <Tag tone="soon">{say('pathways.steps_late', plural(overdue))}</Tag>}
        </Box>
      )}
    </>
  );
};
