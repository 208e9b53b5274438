import Typography from '@mui/material/Typography';
import type { StallRow } from '../../../server/contract/stall.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { Tag } from '../shared/Tag.tsx';
import { useFormat } from '../shared/useFormat.ts';

/** What was done about a stall: the action, which says who is awaited, until when; then who noted it. A closed one is none. */
export const FollowUpText = ({ followUp }: Pick<StallRow, 'followUp'>) => {
  const labels = useLabels();
  const say = useSentences();
  const { day, instant } = useFormat();
  if (followUp === null)
    return (
      <Typography variant="body2" component="span" color="textSecondary">
        {say('stalls.no_follow_up')}
      </Typography>
    );

  const { action, by, at, dueOn, note } = followUp;
  const words = { action: labels.referentAction[action] };
  const waiting =
    dueOn === null
      ? say('stalls.follow_waiting_open', words)
      : say('stalls.follow_waiting', { ...words, day: day(dueOn) });
  return (
    <>
      <Tag tone="waiting">{waiting}</Tag>
      <Typography variant="body2" component="span" sx={{ display: 'block' }}>
        {say('stalls.follow_by', { by, at: instant(at) })}
      </Typography>
      {note !== null && (
        <Typography variant="body2" component="span" color="textSecondary" sx={{ display: 'block' }}>
          {note}
        </Typography>
      )}
    </>
  );
};
