import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { SILENCES_SHOWN } from '../../../server/contract/labels.ts';
import type { StallRow } from '../../../server/contract/stall.ts';
import { useLabels } from '../i18n/useLabels.ts';
import { useSentences } from '../i18n/useSentences.ts';
import { filePath } from '../pathways/filePath.ts';
import type { Column } from '../shared/table/columns.ts';
import { Tag } from '../shared/Tag.tsx';
import { TextLink } from '../shared/TextLink.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { useMay, useSession } from '../shared/useSession.ts';
import { FollowUpText } from './FollowUpText.tsx';
import { StallTag } from './StallTag.tsx';

/** The columns of the worklist: which file, what blocks it and why, since when, whose turn, what was done about it. */
export function useStallColumns(isGrouped: boolean, onAct: (stall: StallRow) => void): Column<StallRow>[] {
  const labels = useLabels();
  const say = useSentences();
  const may = useMay();
  const hasNames = may('people.search');
  const { departments } = useSession();
  const place = ({ organisationName, department }: StallRow) =>
    [organisationName ?? say('pathways.no_structure'), ...(departments.length > 1 ? [department] : [])].join(', ');

  return [
    {
      key: 'number',
      label: say('stalls.number'),
      sortKey: 'number',
      isRowHeader: true,
      isShort: !hasNames,
      cell: ({ pathwayId, number, name }) => (
        <>
          <TextLink to={filePath(pathwayId)}>{name ?? number}</TextLink>
          {name !== null && (
            <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
              {number}
            </Typography>
          )}
        </>
      ),
    },
    {
      key: 'cause',
      label: say('stalls.cause'),
      sortKey: 'rank',
      width: '42%',
      isLong: true,
      cell: (stall) => <StallCause stall={stall} isGrouped={isGrouped} />,
    },
    {
      key: 'since',
      label: say('stalls.since'),
      sortKey: 'since',
      isShort: true,
      cell: (stall) => <StallSince stall={stall} />,
    },
    { key: 'turn', label: say('stalls.turn'), isTableOnly: true, cell: ({ turn }) => labels.party[turn] },
    { key: 'structure', label: say('stalls.structure'), cell: place },
    {
      key: 'followUp',
      label: say(may('stalls.act') ? 'stalls.follow_up' : 'stalls.follow_up_of_referent'),
      width: '18%',
      isLong: true,
      cell: (stall) => (
        <>
          <FollowUpText followUp={stall.followUp} />
          {may('stalls.act') && (
            <Button
              size="small"
              variant={stall.followUp === null ? 'contained' : 'outlined'}
              aria-haspopup="dialog"
              aria-label={say('stalls.act_for', { number: stall.number, rule: labels.stallRule[stall.rule] })}
              onClick={() => onAct(stall)}
              sx={{ mt: 0.5, display: 'block' }}
            >
              {say('stalls.act')}
            </Button>
          )}
        </>
      ),
    },
  ];
}

/** Which rule, the server's sentence, and the reasons of the rank when they are known. */
const StallCause = ({ stall, isGrouped }: { stall: StallRow; isGrouped: boolean }) => {
  const labels = useLabels();
  const say = useSentences();
  const { number, plural } = useFormat();
  return (
    <>
      <Typography component="span" sx={{ fontWeight: 600, mr: 1 }}>
        {labels.stallRule[stall.rule]}
      </Typography>
      {(stall.state !== 'STALLED' || (stall.severity === 'CRITICAL' && !isGrouped)) && (
        <StallTag state={stall.state} severity={stall.severity} />
      )}{' '}
      {stall.silences >= SILENCES_SHOWN && <Tag tone="late">{say('stalls.put_off', plural(stall.silences))}</Tag>}
      <Typography component="span" variant="body2" sx={{ display: 'block' }}>
        {stall.sentence}
      </Typography>
      {stall.delayIndex !== null && (
        <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
          {say('stalls.delay_index', { index: number(stall.delayIndex) })}
        </Typography>
      )}
    </>
  );
};

/** The first day it was stalled, and how many days that makes. */
const StallSince = ({ stall }: { stall: StallRow }) => {
  const say = useSentences();
  const { day, plural } = useFormat();
  if (stall.since === null) return null;
  return (
    <>
      {day(stall.since)}
      <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
        {say('common.days', plural(stall.days))}
      </Typography>
    </>
  );
};
